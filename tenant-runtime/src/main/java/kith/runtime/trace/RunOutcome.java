package kith.runtime.trace;

/** What became of the write whose rules ran. */
public enum RunOutcome {
    SAVED,
    /** A rule or the platform found the records wrong. */
    REFUSED,
    /** A rule went wrong or spent too much, or the write could not be done. */
    FAILED
}
