package kith.graphql.reference.isolation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import kith.graphql.data.BoundSubscription;
import kith.graphql.data.Subscriptions;
import kith.graphql.http.GraphqlFailures;
import kith.graphql.http.GraphqlRequest;
import kith.graphql.live.LiveHub;
import kith.graphql.live.LiveRequest;
import kith.graphql.reference.generate.Request;
import kith.graphql.testing.Requests;
import kith.runtime.access.Caller;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Somebody who listens to a subscription, with all that it was told. */
final class Hearing implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final Request request;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Disposable listening;
    private volatile @Nullable Throwable failure;

    private Hearing(LiveHub hub, Subscriptions subscriptions, Caller caller, Request request) {
        this.request = request;
        GraphqlRequest bare =
                GraphqlFailures.request(Requests.post(request.text(), request.variables()));
        BoundSubscription bound =
                Objects.requireNonNull(subscriptions.bind(caller, bare).block(LONGEST));
        this.listening =
                hub.open(new LiveRequest(bound, bare, new SameSender(caller)))
                        .subscribe(
                                event -> told.add(new String(event.json(), StandardCharsets.UTF_8)),
                                problem -> failure = problem);
    }

    /** Begins to listen; returns when the hub knows of it, or refused it. */
    static Hearing of(LiveHub hub, Subscriptions subscriptions, Caller caller, Request request) {
        int before = hub.size();
        Hearing hearing = new Hearing(hub, subscriptions, caller, request);
        hearing.await(() -> hub.size() > before || hearing.failure != null);
        return hearing;
    }

    Request request() {
        return request;
    }

    List<String> told() {
        return List.copyOf(told);
    }

    /** What it was refused with, or an empty text. */
    String refusal() {
        Throwable known = failure;
        return known == null ? "" : known.toString();
    }

    void awaitEvents(int number) {
        await(() -> told.size() >= number || failure != null);
    }

    private void await(BooleanSupplier holds) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("%s was told %s".formatted(request, told));
            }
            Thread.onSpinWait();
        }
    }

    @Override
    public void close() {
        listening.dispose();
    }

    /** Stays who it is. */
    private record SameSender(Caller known) implements LiveRequest.Sender {

        @Override
        public Mono<Void> signedIn() {
            return Mono.empty();
        }

        @Override
        public Mono<Caller> caller() {
            return Mono.just(known);
        }
    }
}
