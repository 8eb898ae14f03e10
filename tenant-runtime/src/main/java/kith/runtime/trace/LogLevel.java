package kith.runtime.trace;

/** Which runs of rules a tenant keeps in its debug log. */
public enum LogLevel {
    OFF,
    /** Those whose write was refused or failed. */
    FAILURES,
    ALL;

    boolean keeps(RunOutcome outcome) {
        return switch (this) {
            case OFF -> false;
            case FAILURES -> outcome != RunOutcome.SAVED;
            case ALL -> true;
        };
    }
}
