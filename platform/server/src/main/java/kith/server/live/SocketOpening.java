package kith.server.live;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kith.server.identity.Callers;
import kith.server.identity.Credentials;
import kith.server.identity.IdentityProblem;
import kith.server.identity.TenantHeader;
import org.jspecify.annotations.Nullable;

/**
 * What the request that opened a socket showed. Browsers send their cookies whichever page opens a
 * socket, so a session counts only for a page of ours, which moreover proves it like with every
 * request.
 *
 * @param sessionCookie its name
 * @param publicUrl where our pages come from
 */
record SocketOpening(
        Callers callers,
        String sessionCookie,
        URI publicUrl,
        Function<String, @Nullable String> header,
        Function<String, @Nullable String> cookie) {

    /**
     * Whoever opened the socket. The payload of {@code connection_init} has the names and values
     * that headers would have, and goes before them.
     */
    LiveSender sender(Map<String, String> payload) {
        Function<String, @Nullable String> value =
                name -> payload.containsKey(name) ? payload.get(name) : header.apply(name);
        Credentials credentials = Credentials.of(sessionCookie, value, cookie);
        if (credentials instanceof Credentials.Cookie && !isOurPage()) {
            throw IdentityProblem.CSRF_TOKEN_INVALID.because(
                    "The socket was opened by a page of another origin.",
                    "Send an access token in the payload of connection_init.");
        }
        return new LiveSender(
                callers, credentials, Optional.ofNullable(value.apply(TenantHeader.NAME)), true);
    }

    private boolean isOurPage() {
        String origin = header.apply("Origin");
        return origin != null && origin.equals(origin(publicUrl));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
