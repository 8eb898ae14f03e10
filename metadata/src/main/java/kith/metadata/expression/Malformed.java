package kith.metadata.expression;

import java.util.Optional;

/** A text that cannot be parsed; never leaves the package. */
final class Malformed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;
    private final Optional<String> hint;

    Malformed(int offset, String message, Optional<String> hint) {
        super(message, null, false, false);
        this.offset = offset;
        this.hint = hint;
    }

    Malformed(int offset, String message) {
        this(offset, message, Optional.empty());
    }

    ExpressionError in(String text) {
        return ExpressionError.at(
                offset, text, Optional.ofNullable(getMessage()).orElseThrow(), hint);
    }
}
