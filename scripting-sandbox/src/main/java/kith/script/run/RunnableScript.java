package kith.script.run;

import kith.script.CompiledScript;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/** A compiled rule made ready by a {@link ScriptRunner}; any number of threads may run it. */
public interface RunnableScript {

    CompiledScript compiled();

    /**
     * Runs the rule on a record, to its end, and waits for it. What a port of the host throws, save
     * a {@link kith.script.RuleRefusal}, passes through the rule to the caller.
     *
     * @param old the record as it is stored, {@code null} where it is being created
     */
    ScriptOutcome run(ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context);
}
