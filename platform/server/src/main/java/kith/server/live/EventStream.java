package kith.server.live;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Answers as server-sent events, in the distinct connections mode of GraphQL over SSE. Each event
 * of a subscription has its cursor as its id, which browsers send back when they connect again.
 */
final class EventStream {

    static final String CONTENT_TYPE = "text/event-stream";

    private static final Duration BETWEEN_COMMENTS = Duration.ofSeconds(15);
    private static final byte[] END = bytes("\n\n");

    private EventStream() {}

    /**
     * The stream's bytes, an event a buffer. Buffers are made last: who passes one over would
     * release it, also for those it is shared with.
     */
    static Flux<ByteBuf> of(Flux<LiveAnswer> answers, String traceId) {
        Flux<byte[][]> events =
                answers.map(EventStream::next)
                        .onErrorResume(failure -> Mono.just(failed(failure, traceId)))
                        .concatWith(Mono.fromCallable(EventStream::complete))
                        .publish(shared -> Flux.merge(shared, comments(shared)));
        return Flux.concat(Mono.fromCallable(EventStream::comment), events)
                .map(Unpooled::wrappedBuffer);
    }

    /** Keeps what lies between from believing that the stream is forgotten. */
    private static Flux<byte[][]> comments(Flux<byte[][]> events) {
        return Flux.interval(BETWEEN_COMMENTS)
                .onBackpressureDrop()
                .map(_ -> comment())
                .takeUntilOther(events.ignoreElements());
    }

    private static byte[][] next(LiveAnswer answer) {
        List<byte[]> chunks = new ArrayList<>();
        chunks.add(bytes("event: next\n"));
        answer.cursor().ifPresent(cursor -> chunks.add(bytes("id: " + cursor + "\n")));
        chunks.add(bytes("data: "));
        chunks.addAll(answer.json());
        chunks.add(END);
        return chunks.toArray(byte[][]::new);
    }

    private static byte[][] failed(Throwable failure, String traceId) {
        return new byte[][] {
            bytes("event: next\ndata: {\"errors\":"),
            RefusedAnswer.errors(failure, traceId),
            bytes("}"),
            END
        };
    }

    private static byte[][] complete() {
        return new byte[][] {bytes("event: complete\ndata:\n\n")};
    }

    private static byte[][] comment() {
        return new byte[][] {bytes(":\n\n")};
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
