package kith.script;

/**
 * Thrown by a host's port to tell the rule that what it asked for cannot be done: the rule may
 * catch it; its message is shown to whoever saves the record.
 */
public final class RuleRefusal extends RuntimeException {

    public RuleRefusal(String message) {
        super(message);
    }

    /** The message, never absent. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
