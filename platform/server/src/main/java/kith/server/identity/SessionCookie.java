package kith.server.identity;

import java.util.List;

/** The cookie that holds a browser's session. */
public final class SessionCookie {

    private static final String PLAIN = "kith_session";

    /** The prefix makes browsers insist on https, this very host and the path /. */
    private static final String SECURE = "__Host-kith_session";

    static final List<String> NAMES = List.of(SECURE, PLAIN);

    private SessionCookie() {}

    public static String name(boolean isHttps) {
        return isHttps ? SECURE : PLAIN;
    }
}
