package kith.runtime.trace;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the rules of a write did, in the order in which they ran; stored as JSON of these names.
 *
 * @param isCut whether there was more than the log keeps of one run
 */
public record RunDetail(List<Step> steps, List<LimitUse> limits, boolean isCut) {

    public RunDetail {
        steps = List.copyOf(steps);
        limits = List.copyOf(limits);
    }

    /**
     * One run of a rule.
     *
     * @param object whose rule it is
     * @param moment when it ran, e.g. {@code BEFORE_CREATE}
     * @param chain what set it off, the outermost first and the rule itself last
     * @param refusals what it found wrong with the records
     * @param warnings which limits the rules of the write came close to meanwhile
     * @param failure why it did not end
     * @param line of the failure; empty where it is unknown
     */
    public record Step(
            String ruleId,
            String rule,
            String object,
            String moment,
            List<String> chain,
            List<Ruled> records,
            List<Query> queries,
            List<LogLine> log,
            List<String> refusals,
            List<String> warnings,
            Optional<String> failure,
            Optional<Integer> line,
            double fuel,
            double micros) {

        public Step {
            chain = List.copyOf(chain);
            records = List.copyOf(records);
            queries = List.copyOf(queries);
            log = List.copyOf(log);
            refusals = List.copyOf(refusals);
            warnings = List.copyOf(warnings);
        }
    }

    /** A record that the rule ran for, and what it set. */
    public record Ruled(String id, List<FieldSet> set) {

        public Ruled {
            set = List.copyOf(set);
        }
    }

    /**
     * A value that a rule set, in the form of the API; long texts are cut.
     *
     * @param line of the last assignment; 0 where it is unknown
     */
    public record FieldSet(String field, JsonNode before, JsonNode after, int line) {}

    /** A look at other records, e.g. {@code query Task [done]}. */
    public record Query(String text, int rows, double micros) {}

    /** A line that a rule wrote to its log. */
    public record LogLine(String level, String text) {}

    /** What all rules of the write spent of a limit. */
    public record LimitUse(String limit, double spent, double most) {}
}
