package kith.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kith.graphql.http.GraphqlAnswer;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.http.IdempotencyKey;
import kith.server.identity.Credentials;
import kith.server.identity.TenantHeader;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;

/**
 * Serves the GraphQL endpoints straight from the network layer. Going through the web framework's
 * dispatching and filters costs as much as a point read itself, so nothing stands between.
 */
public final class GraphqlRoutes implements NettyRouteProvider {

    private final GraphqlEndpoints endpoints;
    private final String sessionCookie;
    private final RequestMeters meters;

    /**
     * @param sessionCookie the name of the cookie that holds a browser's session
     */
    public GraphqlRoutes(GraphqlEndpoints endpoints, String sessionCookie, MeterRegistry meters) {
        this.endpoints = endpoints;
        this.sessionCookie = sessionCookie;
        this.meters = new RequestMeters(meters);
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> endpoints.at(request.fullPath()).isPresent(), this::handle);
    }

    private Publisher<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        long begun = System.nanoTime();
        String path = request.fullPath();
        String traceId = TraceId.of(request.requestHeaders().get(TraceId.PARENT_HEADER));
        return RequestBody.read(request)
                .flatMap(body -> answer(path, request, body, traceId))
                .onErrorResume(failure -> Mono.just(RefusalAnswer.of(failure, traceId)))
                .doOnNext(answer -> meters.answered(path, answer.status(), begun))
                .flatMap(answer -> send(answer, traceId, response));
    }

    private Mono<GraphqlAnswer> answer(
            String path, HttpServerRequest request, byte[] body, String traceId) {
        return endpoints
                .at(path)
                .orElseThrow()
                .answer(sender(request), graphqlRequest(request, body, traceId));
    }

    private GraphqlEndpoints.Sender sender(HttpServerRequest request) {
        return new GraphqlEndpoints.Sender(
                Credentials.of(
                        sessionCookie,
                        name -> request.requestHeaders().get(name),
                        name -> cookie(request, name)),
                header(request, TenantHeader.NAME));
    }

    private static @Nullable String cookie(HttpServerRequest request, String name) {
        String header = request.requestHeaders().get("Cookie");
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

    private static GraphqlHttpRequest graphqlRequest(
            HttpServerRequest request, byte[] body, String traceId) {
        return new GraphqlHttpRequest(
                request.method().name(),
                header(request, "Accept"),
                header(request, "Content-Type"),
                parameters(request.uri()),
                body,
                header(request, IdempotencyKey.HEADER),
                traceId);
    }

    private static Optional<String> header(HttpServerRequest request, String name) {
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

    private static Mono<Void> send(
            GraphqlAnswer answer, String traceId, HttpServerResponse response) {
        response.status(answer.status())
                .header("Content-Type", answer.contentType())
                .header("Content-Length", Integer.toString(answer.contentLength()))
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header(TraceId.HEADER, traceId);
        answer.headers().forEach(response::header);
        byte[][] chunks = answer.body().toArray(byte[][]::new);
        return response.send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(chunks))).then();
    }
}
