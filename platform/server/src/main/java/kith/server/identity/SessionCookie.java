package kith.server.identity;

/** The cookie that holds a browser's session. */
public final class SessionCookie {

    private static final String PLAIN = "kith_session";

    /** The prefix makes browsers insist on https, this very host and the path /. */
    private static final String SECURE = "__Host-kith_session";

    private SessionCookie() {}

    /** The one name that counts: with https, sites beside this one could set the plain cookie. */
    public static String name(boolean isHttps) {
        return isHttps ? SECURE : PLAIN;
    }
}
