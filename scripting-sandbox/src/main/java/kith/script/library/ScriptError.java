package kith.script.library;

import kith.script.meter.Meter;

/** An error that the library finds in a rule at run time; a rule may catch it as an exception. */
public final class ScriptError extends RuntimeException {

    private static final int COST = 200;

    ScriptError(String message) {
        super(message);
        Meter.current().spend(COST);
    }

    static ScriptError emptyValue() {
        return new ScriptError("value is empty");
    }

    /** The message, never absent. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
