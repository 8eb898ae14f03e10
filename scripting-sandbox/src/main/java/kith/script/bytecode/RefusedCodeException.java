package kith.script.bytecode;

/** Byte code holds something that no rule may contain. */
public final class RefusedCodeException extends RuntimeException {

    private final int line;

    RefusedCodeException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** The line of the rule, 0 where unknown. */
    public int line() {
        return line;
    }

    /** What is not allowed, never absent. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
