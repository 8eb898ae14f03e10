package kith.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Lets web pages of configured origins call the API (the Fetch standard's CORS). They come with
 * access tokens: cookies are never allowed along, so no other page acts with a browser's session.
 */
final class OtherOrigins {

    private static final String REMEMBERED_SECONDS = "600";
    private static final String METHODS = "GET, POST";
    private static final String SENT =
            "authorization, content-type, idempotency-key, last-event-id, traceparent,"
                    + " x-kith-tenant";
    private static final String SHOWN =
            "RateLimit-Limit, RateLimit-Remaining, Retry-After, X-Trace-Id";
    private static final int NO_CONTENT = 204;

    private final Set<String> allowed;

    OtherOrigins(Set<String> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * What is done with a request.
     *
     * @param handling what the server would do
     */
    Mono<Void> admit(Mono<Void> handling, HttpServerRequest request, HttpServerResponse response) {
        if (allowed.isEmpty() || !isOpen(request.fullPath())) {
            return handling;
        }
        HttpHeaders answer = response.responseHeaders();
        answer.add(HttpHeaderNames.VARY, HttpHeaderNames.ORIGIN);
        String origin = request.requestHeaders().get(HttpHeaderNames.ORIGIN);
        if (!isAllowed(origin)) {
            return handling;
        }
        answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        answer.set("cross-origin-resource-policy", "cross-origin");
        if (isQuestion(request)) {
            return allow(answer, response);
        }
        answer.set(HttpHeaderNames.ACCESS_CONTROL_EXPOSE_HEADERS, SHOWN);
        return handling;
    }

    private static boolean isOpen(String path) {
        return path.equals("/graphql")
                || path.startsWith("/graphql/")
                || path.equals("/.well-known/kith");
    }

    private boolean isAllowed(@Nullable String origin) {
        return origin != null && allowed.contains(origin);
    }

    /** Browsers ask before they send what a form could not. */
    private static boolean isQuestion(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.requestHeaders().contains(HttpHeaderNames.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private static Mono<Void> allow(HttpHeaders answer, HttpServerResponse response) {
        answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        answer.set(HttpHeaderNames.ACCESS_CONTROL_ALLOW_HEADERS, SENT);
        answer.set(HttpHeaderNames.ACCESS_CONTROL_MAX_AGE, REMEMBERED_SECONDS);
        return response.status(NO_CONTENT).send();
    }
}
