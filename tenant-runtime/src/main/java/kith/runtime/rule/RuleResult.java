package kith.runtime.rule;

import java.util.List;

/**
 * What came of the rules of a moment.
 *
 * @param verdicts on the records, in their order
 * @param deferred what the rules want to be written once the records are saved, rule by rule
 */
public record RuleResult(List<RuleVerdict> verdicts, List<Deferred> deferred) {

    public RuleResult {
        verdicts = List.copyOf(verdicts);
        deferred = List.copyOf(deferred);
    }

    /**
     * Writes of one rule.
     *
     * @param chain the rules that led to them, the rule itself last
     */
    public record Deferred(RecordSink sink, RuleChain chain, List<RuleWrite> writes) {
        public Deferred {
            writes = List.copyOf(writes);
        }
    }
}
