package kith.runtime.rule;

import java.util.Set;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.run.RunnableScript;
import kith.script.run.ScriptContext;
import org.jspecify.annotations.Nullable;

/** A rule compiled from Groovy; any number of threads may run it at once. */
record GroovyRuleProgram(RunnableScript script, Set<FieldUse> uses, Set<FieldUse> followed)
        implements RunnableRule {

    GroovyRuleProgram {
        uses = Set.copyOf(uses);
        followed = Set.copyOf(followed);
    }

    @Override
    public ScriptOutcome run(
            ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context) {
        return script.run(record, old, context);
    }
}
