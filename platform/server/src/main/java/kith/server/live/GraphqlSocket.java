package kith.server.live;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;
import reactor.util.context.Context;

/** Moves the messages of one conversation between it and its socket. */
final class GraphqlSocket {

    static final String PROTOCOL = "graphql-transport-ws";

    /** Bytes of one message that a client sends. */
    static final int LARGEST_MESSAGE = 256 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(GraphqlSocket.class);

    /** Keeps what lies between from believing that the socket is forgotten. */
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(25);

    /** How long a client may take for what it was sent before it is closed. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /**
     * Reactor's name for who hears of errors that come after the end. Closing a socket that broke
     * makes the network layer tell the same failure again, which is nobody's concern.
     */
    private static final String DROPPED_ERRORS = "reactor.onErrorDropped.local";

    private final SocketConversation conversation;

    GraphqlSocket(SocketConversation conversation) {
        this.conversation = conversation;
    }

    Mono<Void> talk(WebsocketInbound in, WebsocketOutbound out) {
        Mono<Void> hearing =
                in.aggregateFrames(LARGEST_MESSAGE)
                        .receiveFrames()
                        .doOnNext(this::heard)
                        .then()
                        .onErrorResume(failure -> {
                            conversation.end(CloseCode.MESSAGE_TOO_BIG, "message too big");
                            LOG.debug("A socket broke", failure);
                            return Mono.empty();
                        })
                        .doFinally(_ -> conversation.end(CloseCode.GOING_AWAY, "gone"));
        Mono<Void> speaking =
                out.sendObject(frames())
                        .then()
                        .then(conversation.ended().flatMap(end -> close(out, end)));
        Mono<Void> cutting =
                conversation
                        .ended()
                        .delayElement(PATIENCE)
                        .doOnNext(_ -> in.withConnection(connection -> connection.dispose()))
                        .then();
        return Mono.firstWithSignal(Mono.when(hearing, speaking), cutting)
                .onErrorResume(failure -> {
                    LOG.debug("A socket broke", failure);
                    return Mono.empty();
                })
                .doFinally(_ -> conversation.end(CloseCode.GOING_AWAY, "gone"))
                .contextWrite(GraphqlSocket::noting);
    }

    private static Context noting(Context context) {
        Consumer<Throwable> noted = failure -> LOG.debug("A socket broke again", failure);
        return context.put(DROPPED_ERRORS, noted);
    }

    private Flux<WebSocketFrame> frames() {
        Flux<WebSocketFrame> messages = conversation.messages().map(GraphqlSocket::text);
        Flux<WebSocketFrame> pings =
                Flux.interval(BETWEEN_PINGS)
                        .onBackpressureDrop()
                        .map(_ -> new PingWebSocketFrame());
        return Flux.merge(messages, pings.takeUntilOther(conversation.ended()));
    }

    private void heard(WebSocketFrame frame) {
        switch (frame) {
            case TextWebSocketFrame text -> conversation.hear(text.text());
            // Answers to our pings.
            case PongWebSocketFrame _ -> {}
            default -> conversation.end(CloseCode.BAD_REQUEST, "messages are texts");
        }
    }

    private static WebSocketFrame text(List<byte[]> chunks) {
        return new TextWebSocketFrame(Unpooled.wrappedBuffer(chunks.toArray(byte[][]::new)));
    }

    private static Mono<Void> close(WebsocketOutbound out, SocketConversation.End end) {
        return out.sendClose(end.code().number(), end.reason());
    }
}
