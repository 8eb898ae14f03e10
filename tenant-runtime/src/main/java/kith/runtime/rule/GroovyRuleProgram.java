package kith.runtime.rule;

import java.util.List;
import java.util.Set;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.script.ScriptOutcome;
import kith.script.ScriptSubject;
import kith.script.run.RunnableScript;
import kith.script.run.ScriptContext;

/**
 * A rule compiled from Groovy; any number of threads may run it at once.
 *
 * @param isWritingOthers whether it sets fields that it does not set on its own records
 */
record GroovyRuleProgram(
        RunnableScript script,
        Set<FieldUse> uses,
        Set<FieldUse> followed,
        boolean isWritingOthers,
        List<ScriptProblem> warnings)
        implements RunnableRule {

    GroovyRuleProgram {
        uses = Set.copyOf(uses);
        followed = Set.copyOf(followed);
        warnings = List.copyOf(warnings);
    }

    @Override
    public ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context) {
        return script.run(subjects, context);
    }
}
