package kith.script.run;

import java.util.List;
import kith.script.CompiledScript;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.ScriptSubject;
import org.jspecify.annotations.Nullable;

/** A compiled rule made ready by a {@link ScriptRunner}; any number of threads may run it. */
public interface RunnableScript {

    CompiledScript compiled();

    /**
     * Runs the rule, to its end, and waits for it. What a port of the host throws, save a {@link
     * kith.script.RuleRefusal}, passes through the rule to the caller.
     *
     * @param subjects the records that it is called for; one, unless it is called per batch
     */
    ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context);

    /**
     * Runs the rule on one record.
     *
     * @param old the record as it is stored, {@code null} where it is being created
     */
    default ScriptOutcome run(
            ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context) {
        return run(List.of(new ScriptSubject(record, old)), context);
    }
}
