package kith.graphql.live;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import kith.graphql.data.BoundSubscription;
import kith.graphql.data.Subscriptions;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.stream.EventReader;
import kith.runtime.stream.Sequencer;
import kith.runtime.stream.StreamState;
import kith.runtime.stream.WriteListener;
import kith.runtime.tenant.Tenant;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The subscriptions of this node. It hears of writes from this node and, by signals, from others;
 * and looks by itself as often as is needed where signals may be lost.
 */
public final class LiveHub implements WriteListener, AutoCloseable {

    /** How often a node looks where it hears no signals. */
    private static final Duration LOOK = Duration.ofMillis(500);

    /** Where it hears them, it looks every so many times only. */
    private static final int SELDOM = 4;

    private static final int MOST_OF_A_TENANT = 5_000;

    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("kith-live-", 0).factory());
    private final FeedSource source;
    private final Map<Integer, TenantFeed> feeds = new ConcurrentHashMap<>();
    private final Disposable looking;

    /**
     * @param hearsSignals whether signals of other nodes come through now
     */
    public LiveHub(
            Sequencer sequencer,
            EventReader reader,
            Subscriptions binding,
            BooleanSupplier hearsSignals) {
        this.source = new FeedSource(sequencer, reader, binding, threads);
        this.looking =
                Flux.interval(LOOK)
                        .onBackpressureDrop()
                        .subscribe(
                                tick -> look(tick % SELDOM == 0 || !hearsSignals.getAsBoolean()));
    }

    /**
     * The events from the subscription's place on, without end. Fails with a problem when they
     * cannot or must not be told any more; who subscribes again after the last cursor misses
     * nothing.
     */
    public Flux<LiveEvent> open(LiveRequest request) {
        BoundSubscription bound = request.bound();
        return source.sequencer()
                .order(TenantExpectation.of(bound.caller()))
                .map(state -> start(bound, state))
                .flatMapMany(start ->
                        Flux.<LiveEvent>create(
                                        listener -> add(request, listener, start),
                                        FluxSink.OverflowStrategy.BUFFER)
                                // So that who takes all that comes always takes a stretch.
                                .limitRate(2 * TenantFeed.STRETCH, TenantFeed.STRETCH));
    }

    /** How many subscriptions are open on this node. */
    public int size() {
        return feeds.values().stream().mapToInt(TenantFeed::size).sum();
    }

    @Override
    public void written(Tenant tenant) {
        signalled(tenant.key());
    }

    /** The stream of the tenant may have something new. */
    public void signalled(int tenant) {
        TenantFeed feed = feeds.get(tenant);
        if (feed != null) {
            feed.wake();
        }
    }

    @Override
    public void close() {
        looking.dispose();
        feeds.clear();
        threads.shutdownNow();
    }

    private void look(boolean isForNews) {
        for (TenantFeed feed : feeds.values()) {
            feed.check();
            if (isForNews) {
                feed.wake();
            }
        }
    }

    private static long start(BoundSubscription bound, StreamState state) {
        return bound.after()
                .map(cursor -> {
                    state.refusal(cursor)
                            .ifPresent(problem -> {
                                throw new ProblemException(problem.at(bound.key(), "after"));
                            });
                    return cursor.position();
                })
                .orElse(state.last());
    }

    private void add(LiveRequest request, FluxSink<LiveEvent> listener, long start) {
        Tenant tenant = request.bound().caller().tenant();
        LiveSubscription subscription = new LiveSubscription(request, listener, start);
        TenantFeed joined =
                feeds.compute(
                        tenant.key(),
                        (_, known) -> {
                            TenantFeed feed =
                                    known == null ? new TenantFeed(tenant, source) : known;
                            if (feed.size() < MOST_OF_A_TENANT) {
                                feed.add(subscription);
                            } else {
                                listener.error(LiveProblem.TOO_MANY_SUBSCRIPTIONS.exception());
                            }
                            return feed;
                        });
        listener.onDispose(() -> leave(tenant.key(), subscription));
        listener.onRequest(_ -> {
            if (subscription.isWaiting()) {
                joined.wake();
            }
        });
    }

    private void leave(int tenant, LiveSubscription subscription) {
        feeds.computeIfPresent(
                tenant,
                (_, feed) -> {
                    feed.remove(subscription);
                    return feed.size() == 0 ? null : feed;
                });
    }
}
