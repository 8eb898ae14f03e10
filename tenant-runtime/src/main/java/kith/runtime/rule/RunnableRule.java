package kith.runtime.rule;

import java.util.Set;
import kith.metadata.catalog.RuleProgram;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.run.ScriptContext;
import org.jspecify.annotations.Nullable;

/** The program of a rule, ready to run. */
public interface RunnableRule extends RuleProgram {

    /** The references that the script follows to other records, such as {@code record.account}. */
    Set<FieldUse> followed();

    /**
     * Runs it on a record. It blocks, and spends of the context's meter.
     *
     * @param old the record as it was; null for a new one
     */
    ScriptOutcome run(ScriptRecord record, @Nullable ScriptRecord old, ScriptContext context);
}
