package kith.runtime.rule;

import java.util.Set;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.run.LoadedScript;
import kith.script.run.ScriptContext;
import kith.script.run.ScriptRun;
import org.jspecify.annotations.Nullable;

/** A rule compiled from Groovy; any number of threads may run it at once. */
record GroovyRuleProgram(LoadedScript script, Set<FieldUse> uses, Set<FieldUse> followed)
        implements RunnableRule {

    GroovyRuleProgram {
        uses = Set.copyOf(uses);
        followed = Set.copyOf(followed);
    }

    @Override
    public ScriptOutcome run(
            ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context) {
        return ScriptRun.run(script, record, old, context);
    }
}
