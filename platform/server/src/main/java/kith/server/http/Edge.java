package kith.server.http;

import kith.server.settings.EdgeSettings;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** What each connection of the server passes, before anybody looks where a request leads. */
public final class Edge implements NettyServerCustomizer {

    private static final String HEADERS = "kith.safeHeaders";

    private final SafeHeaders headers;
    private final OtherOrigins origins;

    /**
     * @param isHttps browsers reach the server encrypted
     */
    public Edge(EdgeSettings settings, boolean isHttps) {
        this.headers = new SafeHeaders(isHttps);
        this.origins = new OtherOrigins(settings.origins());
    }

    @Override
    public HttpServer apply(HttpServer server) {
        return server.doOnChannelInit((_, channel, _) ->
                        channel.pipeline().addAfter(NettyPipeline.HttpCodec, HEADERS, headers))
                .mapHandle(this::handled);
    }

    private Mono<Void> handled(Mono<Void> handling, Connection connection) {
        return connection instanceof HttpServerRequest request
                        && connection instanceof HttpServerResponse response
                ? origins.admit(handling, request, response)
                : handling;
    }
}
