package kith.server.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names a request in logs, answers and errors. */
final class TraceId {

    /** The header of answers that carries it. */
    static final String HEADER = "X-Trace-Id";

    /** The header of requests by which a caller may bring its own (W3C Trace Context). */
    static final String PARENT_HEADER = "traceparent";

    private static final Pattern PARENT =
            Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceId() {}

    /** The caller's id where it sent a well-formed one, else a new one. */
    static String of(@Nullable String parent) {
        if (parent != null) {
            Matcher matcher = PARENT.matcher(parent);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
