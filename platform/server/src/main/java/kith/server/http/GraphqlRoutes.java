package kith.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
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
        String traceId = NettyRequest.traceId(request);
        Optional<String> accept = NettyRequest.accept(request);
        return NettyRequest.read(request, accept, traceId)
                .flatMap(read -> endpoints.at(path).orElseThrow().answer(sender(request), read))
                .onErrorResume(failure -> Mono.just(RefusalAnswer.of(failure, accept, traceId)))
                .doOnNext(answer -> meters.answered(path, answer.status(), begun))
                .flatMap(answer -> NettyRequest.send(answer, traceId, response));
    }

    private GraphqlEndpoints.Sender sender(HttpServerRequest request) {
        return new GraphqlEndpoints.Sender(
                NettyRequest.credentials(request, sessionCookie), NettyRequest.tenant(request));
    }
}
