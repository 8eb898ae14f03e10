package kith.server.live;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kith.graphql.http.GraphqlHttpRequest;
import kith.graphql.live.LiveProblem;
import kith.metadata.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/** What is said on one socket: the protocol {@code graphql-transport-ws} from the server's side. */
final class SocketConversation {

    /** Operations of one socket that are under way at once. */
    static final int MOST_OPERATIONS = 100;

    private static final Duration INITIALISATION = Duration.ofSeconds(10);

    /** Messages that wait beside those of operations; who never reads is not answered for ever. */
    private static final int MOST_WAITING = 256;

    private static final int LONGEST_REASON = 120;

    private final LiveOperations operations;
    private final SocketOpening opening;
    private final String traceId;
    private final Map<String, Disposable.Swap> running = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable LiveSender> sender = new AtomicReference<>();
    private final AtomicBoolean isInitialised = new AtomicBoolean();
    private final Sinks.Many<Flux<List<byte[]>>> answers =
            Sinks.many()
                    .unicast()
                    .onBackpressureBuffer(Queues.<Flux<List<byte[]>>>get(MOST_WAITING).get());
    private final Sinks.One<End> end = Sinks.one();
    private final Disposable.Composite work = Disposables.composite();

    SocketConversation(LiveOperations operations, SocketOpening opening, String traceId) {
        this.operations = operations;
        this.opening = opening;
        this.traceId = traceId;
        work.add(
                Mono.delay(INITIALISATION)
                        .filter(_ -> sender.get() == null)
                        .subscribe(
                                _ -> end(CloseCode.INITIALISATION_TIMEOUT, "no connection_init")));
    }

    /** How a conversation ended. */
    record End(CloseCode code, String reason) {}

    /** Completes with the reason once nothing is to be said any more. */
    Mono<End> ended() {
        return end.asMono();
    }

    /** All that the server says; taken only as fast as the socket takes it. */
    Flux<List<byte[]>> messages() {
        return answers.asFlux()
                .flatMap(each -> each, MOST_OPERATIONS + MOST_WAITING, 1)
                .takeUntilOther(ended());
    }

    void end(CloseCode code, String reason) {
        String shortened =
                reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        if (end.tryEmitValue(new End(code, shortened)).isSuccess()) {
            work.dispose();
            running.values().forEach(Disposable::dispose);
            running.clear();
        }
    }

    void hear(String text) {
        switch (SocketMessage.read(text)) {
            case SocketMessage.Init init -> initialise(init);
            case SocketMessage.Ping ping -> say(Flux.just(SocketMessage.pong(ping)));
            case SocketMessage.Pong() -> {}
            case SocketMessage.Subscribe subscribe -> begin(subscribe);
            case SocketMessage.Complete(var id) ->
                    Optional.ofNullable(running.remove(id)).ifPresent(Disposable::dispose);
            case SocketMessage.Malformed(var reason) -> end(CloseCode.BAD_REQUEST, reason);
        }
    }

    private void initialise(SocketMessage.Init init) {
        if (!isInitialised.compareAndSet(false, true)) {
            end(CloseCode.TOO_MANY_INITIALISATIONS, "connection_init came already");
            return;
        }
        work.add(
                Mono.fromCallable(() -> opening.sender(init.payload()))
                        .flatMap(found -> found.caller().thenReturn(found))
                        .subscribe(this::acknowledge, this::refuse));
    }

    private void acknowledge(LiveSender found) {
        sender.set(found);
        say(Flux.just(SocketMessage.ack()));
    }

    private void refuse(Throwable failure) {
        CloseCode code = CloseCode.of(failure);
        end(code == null ? CloseCode.UNEXPECTED : code, reason(failure));
    }

    private void begin(SocketMessage.Subscribe subscribe) {
        LiveSender known = sender.get();
        if (known == null) {
            end(CloseCode.UNAUTHORIZED, "Unauthorized");
            return;
        }
        String id = subscribe.id();
        Disposable.Swap stop = Disposables.swap();
        if (running.putIfAbsent(id, stop) != null) {
            end(CloseCode.SUBSCRIBER_EXISTS, "Subscriber for " + id + " already exists");
            return;
        }
        if (running.size() > MOST_OPERATIONS) {
            running.remove(id);
            say(Flux.just(error(id, LiveProblem.TOO_MANY_SUBSCRIPTIONS.exception())));
            return;
        }
        Sinks.Empty<Void> stopped = Sinks.empty();
        stop.update(stopped::tryEmitEmpty);
        say(answers(id, subscribe.payload(), known).takeUntilOther(stopped.asMono()));
    }

    private Flux<List<byte[]>> answers(String id, byte[] payload, LiveSender known) {
        return operations
                .answers(known, request(payload), Optional.empty())
                .map(answer -> SocketMessage.next(id, answer))
                .concatWith(Mono.fromCallable(() -> completed(id)))
                .onErrorResume(failure -> failed(id, failure));
    }

    /** The id is free before the client hears of it. */
    private List<byte[]> completed(String id) {
        running.remove(id);
        return SocketMessage.complete(id);
    }

    private Mono<List<byte[]>> failed(String id, Throwable failure) {
        CloseCode code = CloseCode.of(failure);
        if (code != null) {
            end(code, reason(failure));
            return Mono.empty();
        }
        running.remove(id);
        return Mono.just(error(id, failure));
    }

    private List<byte[]> error(String id, Throwable failure) {
        return SocketMessage.error(id, RefusedAnswer.errors(failure, traceId));
    }

    private synchronized void say(Flux<List<byte[]>> messages) {
        if (answers.tryEmitNext(messages).isFailure()) {
            end(CloseCode.SLOW_CONSUMER, "messages are not read");
        }
    }

    /** A payload is what the body of a request would be. */
    private GraphqlHttpRequest request(byte[] payload) {
        return new GraphqlHttpRequest(
                "POST",
                Optional.of(LiveRoutes.SINGLE),
                Optional.of("application/json"),
                Map.of(),
                payload,
                traceId);
    }

    private static String reason(Throwable failure) {
        return failure instanceof ProblemException refusal
                ? refusal.problems().getFirst().code().name()
                : "failed";
    }
}
