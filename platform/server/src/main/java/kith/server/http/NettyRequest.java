package kith.server.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.http.IdempotencyKey;
import kith.server.identity.Credentials;
import kith.server.identity.TenantHeader;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Requests to GraphQL endpoints and their answers, as the network layer has them. */
public final class NettyRequest {

    private NettyRequest() {}

    /** Names the request in logs, answers and errors. */
    public static String traceId(HttpServerRequest request) {
        return TraceId.of(request.requestHeaders().get(TraceId.PARENT_HEADER));
    }

    /**
     * What the request shows of who sent it.
     *
     * @param sessionCookie the name of the cookie that holds a browser's session
     */
    public static Credentials credentials(HttpServerRequest request, String sessionCookie) {
        HttpHeaders headers = request.requestHeaders();
        return Credentials.of(sessionCookie, headers::get, name -> cookie(headers, name));
    }

    /** The slug of the tenant that the request chooses. */
    public static Optional<String> tenant(HttpServerRequest request) {
        return header(request, TenantHeader.NAME);
    }

    /** The value of a cookie, or null. */
    public static @Nullable String cookie(HttpHeaders headers, String name) {
        String header = headers.get("Cookie");
        if (header == null) {
            return null;
        }
        for (Cookie cookie : ServerCookieDecoder.STRICT.decode(header)) {
            if (cookie.name().equals(name)) {
                return cookie.value();
            }
        }
        return null;
    }

    /** The request with its body, once that has come. */
    public static Mono<GraphqlHttpRequest> read(
            HttpServerRequest request, Optional<String> accept, String traceId) {
        return RequestBody.read(request)
                .map(body ->
                        new GraphqlHttpRequest(
                                request.method().name(),
                                accept,
                                header(request, "Content-Type"),
                                parameters(request.uri()),
                                body,
                                header(request, IdempotencyKey.HEADER),
                                traceId));
    }

    /** The value of the header Accept, of all lines of it. */
    static Optional<String> accept(HttpServerRequest request) {
        List<String> lines = request.requestHeaders().getAll("Accept");
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join(",", lines));
    }

    static Optional<String> header(HttpServerRequest request, String name) {
        return Optional.ofNullable(request.requestHeaders().get(name));
    }

    private static Map<String, String> parameters(String uri) {
        if (uri.indexOf('?') < 0) {
            return Map.of();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        new QueryStringDecoder(uri)
                .parameters()
                .forEach((name, values) -> parameters.put(name, values.getFirst()));
        return parameters;
    }

    /** Sends what is said to a request that did not reach its endpoint. */
    public static Mono<Void> refuse(
            Throwable failure,
            String traceId,
            HttpServerRequest request,
            HttpServerResponse response) {
        return send(RefusalAnswer.of(failure, accept(request), traceId), traceId, response);
    }

    static Mono<Void> send(GraphqlAnswer answer, String traceId, HttpServerResponse response) {
        response.status(answer.status())
                .header("Content-Type", answer.contentType())
                .header("Content-Length", Integer.toString(answer.contentLength()));
        shown(traceId, response);
        answer.headers().forEach(response::header);
        byte[][] chunks = answer.body().toArray(byte[][]::new);
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(chunks))).then();
    }

    /** What every answer of an endpoint has. */
    public static HttpServerResponse shown(String traceId, HttpServerResponse response) {
        return response.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(TraceId.HEADER, traceId);
    }
}
