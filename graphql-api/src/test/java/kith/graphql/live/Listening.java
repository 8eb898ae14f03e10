package kith.graphql.live;

import com.google.errorprone.annotations.FormatMethod;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import kith.graphql.data.BoundSubscription;
import kith.graphql.data.Subscriptions;
import kith.graphql.http.GraphqlFailures;
import kith.graphql.http.GraphqlRequest;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.read.ReadStatements;
import kith.runtime.stream.EventReader;
import kith.runtime.stream.Sequencer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub on a sample tenant, and somebody who listens to it. */
final class Listening implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final SampleTenant sample;
    private final Subscriptions subscriptions;
    private final LiveHub hub;

    Listening(SampleTenant sample) {
        this.sample = sample;
        this.subscriptions =
                sample.endpoint().subscriptions(new ReadStatements(new MemberAccess()));
        this.hub =
                new LiveHub(
                        new Sequencer(sample.runtime().database()),
                        new EventReader(sample.runtime().database()),
                        subscriptions,
                        () -> true);
    }

    LiveHub hub() {
        return hub;
    }

    /** The events of a subscription, as a transport would ask for them. */
    Flux<LiveEvent> events(Caller caller, String query) {
        return events(caller, query, Mono.just(caller));
    }

    Flux<LiveEvent> events(Caller caller, String query, Mono<Caller> again) {
        GraphqlRequest request = GraphqlFailures.request(Requests.post(query));
        BoundSubscription bound =
                Objects.requireNonNull(subscriptions.bind(caller, request).block(LONGEST));
        return hub.open(
                new LiveRequest(
                        bound,
                        request,
                        new LiveRequest.Sender() {
                            @Override
                            public Mono<Void> signedIn() {
                                return again.then();
                            }

                            @Override
                            public Mono<Caller> caller() {
                                return again;
                            }
                        }));
    }

    /** Somebody who takes all events at once. */
    Listener listen(String query) {
        return listen(sample.ada(), query);
    }

    Listener listen(Caller caller, String query) {
        int before = hub.size();
        Listener listener = new Listener(events(caller, query));
        listener.awaitUntil(() -> hub.size() > before || listener.failure != null);
        return listener;
    }

    /** Waits until so many listen. */
    void awaitOpen(int number) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (hub.size() < number) {
            if (System.nanoTime() > end) {
                throw new AssertionError("too few listen");
            }
            Thread.onSpinWait();
        }
    }

    /** Writes, and tells the hub as the writer of a node does. */
    @FormatMethod
    JsonNode write(String query, Object... arguments) {
        JsonNode answer = sample.json(sample.ada(), Requests.post(query.formatted(arguments)));
        if (answer.has("errors")) {
            throw new AssertionError(answer.toString());
        }
        hub.written(sample.tenant());
        return answer.get("data");
    }

    @Override
    public void close() {
        hub.close();
    }

    /** What somebody was told. */
    static final class Listener implements AutoCloseable {

        private final BlockingQueue<JsonNode> told = new LinkedBlockingQueue<>();
        private final Disposable listening;
        volatile @Nullable Throwable failure;
        volatile String cursor = "";

        Listener(Flux<LiveEvent> events) {
            this.listening =
                    events.subscribe(
                            event -> {
                                told.add(json(event));
                                cursor = event.cursor();
                            },
                            problem -> failure = problem);
        }

        static JsonNode json(LiveEvent event) {
            return JsonMapper.shared().readTree(new String(event.json(), StandardCharsets.UTF_8));
        }

        JsonNode next() {
            try {
                return Objects.requireNonNull(
                        told.poll(LONGEST.toSeconds(), TimeUnit.SECONDS),
                        () -> "nothing was told: " + failure);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }

        List<JsonNode> next(int events) {
            List<JsonNode> all = new ArrayList<>();
            while (all.size() < events) {
                all.add(next());
            }
            return all;
        }

        boolean isSilent() {
            return told.isEmpty();
        }

        void awaitUntil(BooleanSupplier holds) {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (!holds.getAsBoolean()) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("did not happen");
                }
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() {
            listening.dispose();
        }
    }
}
