package kith.runtime.rule;

import java.util.List;
import java.util.Set;
import kith.metadata.catalog.RuleProgram;
import kith.script.ScriptOutcome;
import kith.script.ScriptSubject;
import kith.script.run.ScriptContext;

/** The program of a rule, ready to run. */
public interface RunnableRule extends RuleProgram {

    /** The references that the script follows to other records, such as {@code record.account}. */
    Set<FieldUse> followed();

    /** Whether the script sets fields of records beyond those that it is called for. */
    default boolean isWritingOthers() {
        return false;
    }

    /**
     * Runs it. It blocks, and spends of the context's meter.
     *
     * @param subjects the records that it is called for; one, unless it is called per batch
     */
    ScriptOutcome run(List<ScriptSubject> subjects, ScriptContext context);
}
