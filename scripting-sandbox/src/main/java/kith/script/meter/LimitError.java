package kith.script.meter;

import kith.script.ScriptFailure.LimitName;

/**
 * Ends a rule that spent too much. An error, not an exception: a rule can catch only exceptions,
 * and its handlers hand this on before they do anything.
 */
public final class LimitError extends Error {

    private final LimitName limit;

    LimitError(LimitName limit, String message) {
        super(message, null, false, true);
        this.limit = limit;
    }

    public LimitName limit() {
        return limit;
    }

    /** The message, never absent. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
