package kith.embedded;

import org.jspecify.annotations.Nullable;

/** Why an embedded service cannot start, in words for whoever typed the command. */
public final class StartProblem extends RuntimeException {

    /** The reasons, stable for scripts and tests. */
    public enum Code {
        PORT_TAKEN,
        NOT_WRITABLE,
        IN_USE,
        OTHER_MAJOR_VERSION,
        NO_DISK_SPACE,
        CHILD_DIED,
        NOT_READY_IN_TIME,
        UNSUPPORTED_MACHINE,
        DISTRIBUTION_MISSING,
        DAMAGED
    }

    private static final long serialVersionUID = 1L;

    private final Code code;
    private final String hint;

    public StartProblem(Code code, String message, String hint) {
        this(code, message, hint, null);
    }

    public StartProblem(Code code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    public Code code() {
        return code;
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
