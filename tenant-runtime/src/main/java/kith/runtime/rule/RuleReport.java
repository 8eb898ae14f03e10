package kith.runtime.rule;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Rule;
import kith.script.Limits;
import kith.script.RuleViolation;
import kith.script.ScriptFailure;
import kith.script.ScriptLogLine;
import kith.script.meter.Remaining;
import org.jspecify.annotations.Nullable;

/**
 * One run of a rule: over one record, or over a batch where the rule is called so.
 *
 * @param chain what set the rule off, the outermost first and this rule last, such as {@code rule
 *     count on Task}
 * @param records those that it ran for
 * @param queries what it asked of other records, references that had to be followed included
 * @param nearLimits which limits it came close to, in words
 * @param refusals what it found wrong with the records
 * @param failure why it did not finish; empty where it did
 * @param limits of the transaction
 * @param left what its rules may still spend after this run
 */
public record RuleReport(
        Rule rule,
        Moment moment,
        List<String> chain,
        List<RanFor> records,
        List<Asked> queries,
        Duration time,
        long fuelSpent,
        List<String> nearLimits,
        List<ScriptLogLine> log,
        List<RuleViolation> refusals,
        Optional<ScriptFailure> failure,
        Limits limits,
        Remaining left) {

    public RuleReport {
        chain = List.copyOf(chain);
        records = List.copyOf(records);
        queries = List.copyOf(queries);
        nearLimits = List.copyOf(nearLimits);
        log = List.copyOf(log);
        refusals = List.copyOf(refusals);
    }

    /**
     * A record that a rule ran for.
     *
     * @param before typed values before the run, by field name; fields without value are missing
     * @param set what the rule set, by field name; null clears
     * @param lines where it was set last, by field name
     */
    public record RanFor(
            UUID id,
            Map<String, Object> before,
            Map<String, @Nullable Object> set,
            Map<String, Integer> lines) {
        public RanFor {
            lines = Map.copyOf(lines);
            before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
            set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        }
    }

    /**
     * A question to the database.
     *
     * @param what in words, such as {@code query Task (done)}
     */
    public record Asked(String what, int rows, Duration time) {}
}
