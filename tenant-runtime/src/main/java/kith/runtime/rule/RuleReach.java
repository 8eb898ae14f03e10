package kith.runtime.rule;

import kith.metadata.RuleCall;

/** The records that rules reach beyond those that they are called for, by the rights they have. */
public record RuleReach(Side user, Side system) {

    /**
     * With certain rights.
     *
     * @param source what may be seen
     * @param sink what may be written
     */
    public record Side(RecordSource source, RecordSink sink) {}

    Side of(RuleCall.Mode mode) {
        return switch (mode) {
            case USER -> user;
            case SYSTEM -> system;
        };
    }
}
