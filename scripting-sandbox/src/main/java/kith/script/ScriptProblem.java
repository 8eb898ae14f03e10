package kith.script;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule does not compile.
 *
 * @param line from 1; 0 where the problem is the whole text
 * @param column from 1; 0 where only the line is known
 * @param hint what to do, such as {@code Did you mean closeDate?}
 */
public record ScriptProblem(
        int line, int column, Code code, String message, @Nullable String hint) {

    /** The kinds of problems; names are stable. */
    public enum Code {
        /** The text itself is refused: too long, too deep, or with hidden characters. */
        TEXT,
        /** Not a Groovy program. */
        SYNTAX,
        /** A construct that rules may not use. */
        NOT_ALLOWED,
        /** Larger or deeper than a rule may be. */
        TOO_COMPLEX,
        UNKNOWN_OBJECT,
        UNKNOWN_FIELD,
        READ_ONLY_FIELD,
        UNKNOWN_NAME,
        /** A method that exists but is not offered to rules. */
        NOT_AVAILABLE,
        TYPE_MISMATCH,
        /** No mistake, but it will be slow: a query for each record of a batch. */
        REPEATED_QUERY,
        /** The compiler ran out of time or memory. */
        TOO_EXPENSIVE
    }

    /** The problem as one line: {@code 2:1 Opportunity has no field 'amout'}. */
    public String text() {
        return line == 0 ? message : line + ":" + column + " " + message;
    }
}
