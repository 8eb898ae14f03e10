package kith.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of running a rule on a record. */
public sealed interface ScriptOutcome {

    /** Fuel spent by this run, nested runs included. */
    long fuelSpent();

    List<ScriptLogLine> log();

    /**
     * The rule ran to its end or refused the record.
     *
     * @param violations what it found wrong; a record with any must not be saved
     * @param result what the rule returned, as text, number, boolean, date or date-time; other
     *     values as their text
     */
    record Finished(
            List<RuleViolation> violations,
            @Nullable Object result,
            long fuelSpent,
            List<ScriptLogLine> log)
            implements ScriptOutcome {
        public Finished {
            violations = List.copyOf(violations);
            log = List.copyOf(log);
        }
    }

    /** The rule did not finish; nothing it did may be kept. */
    record Failed(ScriptFailure failure, long fuelSpent, List<ScriptLogLine> log)
            implements ScriptOutcome {
        public Failed {
            log = List.copyOf(log);
        }
    }
}
