package kith.script;

import org.jspecify.annotations.Nullable;

/**
 * Why a rule did not finish. The message names nothing of the host.
 *
 * @param line the line of the rule, 0 where unknown
 * @param limit the limit that was exceeded, where the kind is {@link Kind#LIMIT}
 */
public record ScriptFailure(Kind kind, int line, String message, @Nullable LimitName limit) {

    /** Whether the rule spent too much or went wrong. */
    public enum Kind {
        LIMIT,
        ERROR
    }

    /** The limits that end a rule. */
    public enum LimitName {
        FUEL,
        WALL_TIME,
        ALLOCATION,
        CALL_DEPTH,
        RULE_NESTING,
        TEXT_LENGTH,
        COLLECTION_SIZE,
        NUMBER_SIZE,
        NESTING,
        PATTERN,
        QUERIES,
        QUERY_ROWS,
        WRITES,
        CANCELLED
    }

    /** The failure as one line: {@code line 3: value is empty}. */
    public String text() {
        return line == 0 ? message : "line " + line + ": " + message;
    }
}
