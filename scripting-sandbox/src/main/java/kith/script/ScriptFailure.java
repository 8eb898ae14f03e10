package kith.script;

import java.util.Locale;
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

    /**
     * The failure as one line: {@code line 3: value is empty}, {@code line 4: more than 100 queries
     * (limit: queries)}.
     */
    public String text() {
        String text = line == 0 ? message : "line " + line + ": " + message;
        return limit == null
                ? text
                : text
                        + " (limit: "
                        + limit.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + ")";
    }
}
