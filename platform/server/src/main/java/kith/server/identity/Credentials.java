package kith.server.identity;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a request shows of who sent it. */
public sealed interface Credentials {

    /** The header by which a page proves that it may use the browser's session. */
    String CSRF_HEADER = "X-CSRF-Token";

    /** A token in the header {@code Authorization}. */
    record Bearer(String token) implements Credentials {}

    /** The cookie of a browser's session. */
    record Cookie(String session, Optional<String> csrfToken) implements Credentials {}

    /** Nothing. */
    record None() implements Credentials {}

    /**
     * Looks a request through; a token goes before a cookie.
     *
     * @param sessionCookie its name, see {@link SessionCookie}
     */
    static Credentials of(
            String sessionCookie,
            Function<String, @Nullable String> header,
            Function<String, @Nullable String> cookie) {
        String authorization = header.apply("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Bearer(authorization.substring(7).strip());
        }
        String session = cookie.apply(sessionCookie);
        return session == null
                ? new None()
                : new Cookie(session, Optional.ofNullable(header.apply(CSRF_HEADER)));
    }
}
