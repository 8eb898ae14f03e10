package kith.server.live;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import java.util.Optional;
import kith.graphql.http.AnswerFormat;
import kith.graphql.http.GraphqlHttpRequest;
import kith.metadata.problem.ProblemException;
import kith.server.http.HttpProblem;
import kith.server.http.NettyRequest;
import kith.server.identity.Callers;
import org.reactivestreams.Publisher;
import org.springframework.boot.reactor.netty.NettyRouteProvider;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.HttpServerRoutes;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Serves {@code /graphql} to whoever wants streams: by a WebSocket, or by accepting server-sent
 * events.
 */
public final class LiveRoutes implements NettyRouteProvider {

    private static final String PATH = "/graphql";

    /** In this form an answer tells by its status whether the request was carried out. */
    static final String SINGLE = "application/graphql-response+json";

    private final LiveOperations operations;
    private final Callers callers;
    private final String sessionCookie;
    private final URI publicUrl;

    /**
     * @param sessionCookie the name of the cookie that holds a browser's session
     * @param publicUrl where our pages come from
     */
    public LiveRoutes(
            LiveOperations operations, Callers callers, String sessionCookie, URI publicUrl) {
        this.operations = operations;
        this.callers = callers;
        this.sessionCookie = sessionCookie;
        this.publicUrl = publicUrl;
    }

    @Override
    public HttpServerRoutes apply(HttpServerRoutes routes) {
        return routes.route(request -> isAt(request) && wantsSocket(request), this::openSocket)
                .route(request -> isAt(request) && wantsEvents(request), this::sendEvents);
    }

    private static boolean isAt(HttpServerRequest request) {
        return request.fullPath().equals(PATH);
    }

    private static boolean wantsSocket(HttpServerRequest request) {
        return request.requestHeaders().contains("Upgrade", "websocket", true);
    }

    private static boolean wantsEvents(HttpServerRequest request) {
        String accept = String.join(",", request.requestHeaders().getAll("Accept"));
        return accept.contains(EventStream.CONTENT_TYPE) && AnswerFormat.prefersEvents(accept);
    }

    /** One of another protocol is refused before it is opened: nobody could talk to it. */
    private Publisher<Void> openSocket(HttpServerRequest request, HttpServerResponse response) {
        if (!request.requestHeaders()
                .containsValue("Sec-WebSocket-Protocol", GraphqlSocket.PROTOCOL, false)) {
            return NettyRequest.refuse(
                    otherProtocol(), NettyRequest.traceId(request), request, response);
        }
        HttpHeaders headers = request.requestHeaders().copy();
        SocketOpening opening =
                new SocketOpening(
                        callers,
                        sessionCookie,
                        publicUrl,
                        headers::get,
                        name -> NettyRequest.cookie(headers, name));
        SocketConversation conversation =
                new SocketConversation(operations, opening, NettyRequest.traceId(request));
        return response.sendWebsocket(
                (in, out) -> new GraphqlSocket(conversation).talk(in, out),
                WebsocketServerSpec.builder()
                        .protocols(GraphqlSocket.PROTOCOL)
                        .maxFramePayloadLength(GraphqlSocket.LARGEST_MESSAGE)
                        .build());
    }

    private static ProblemException otherProtocol() {
        return HttpProblem.PROTOCOL_UNKNOWN.because(
                "The WebSocket does not ask for the protocol " + GraphqlSocket.PROTOCOL + ".",
                "Name it in the header Sec-WebSocket-Protocol.");
    }

    private Publisher<Void> sendEvents(HttpServerRequest request, HttpServerResponse response) {
        String traceId = NettyRequest.traceId(request);
        LiveSender sender =
                new LiveSender(
                        callers,
                        NettyRequest.credentials(request, sessionCookie),
                        NettyRequest.tenant(request),
                        !request.method().name().equals("GET"));
        Optional<String> after =
                Optional.ofNullable(request.requestHeaders().get("Last-Event-ID"))
                        .filter(id -> !id.isBlank());
        return NettyRequest.read(request, Optional.of(SINGLE), traceId)
                .flatMap(read -> sender.caller().thenReturn(read))
                .flatMap(read -> stream(sender, read, after, traceId, response))
                .onErrorResume(failure -> NettyRequest.refuse(failure, traceId, request, response));
    }

    private Mono<Void> stream(
            LiveSender sender,
            GraphqlHttpRequest request,
            Optional<String> after,
            String traceId,
            HttpServerResponse response) {
        Flux<LiveAnswer> answers = operations.answers(sender, request, after);
        return NettyRequest.shown(traceId, response)
                .status(200)
                .sse()
                .header("X-Accel-Buffering", "no")
                .send(EventStream.of(answers, traceId), _ -> true)
                .then();
    }
}
