package kith.metadata.expression;

import java.util.Optional;

/**
 * Something wrong in the text of an expression.
 *
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 */
public record ExpressionError(int line, int column, String message, Optional<String> hint) {

    static ExpressionError at(int offset, String text, String message, Optional<String> hint) {
        int line = 1;
        int start = 0;
        for (int index = 0; index < Math.min(offset, text.length()); index++) {
            if (text.charAt(index) == '\n') {
                line++;
                start = index + 1;
            }
        }
        return new ExpressionError(line, offset - start + 1, message, hint);
    }

    /** {@code line 1, column 7: There is no field `amout`}. */
    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
