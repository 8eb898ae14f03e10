package kith.graphql.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import kith.metadata.problem.ProblemException;
import kith.runtime.read.EventsPlan;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.stream.EventReader.Headline;
import kith.runtime.stream.StreamState;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the subscriptions of one tenant on this node what is new. One round runs at a time, on a
 * thread that may wait; whoever wakes the feed meanwhile causes one more.
 */
final class TenantFeed {

    private static final Logger LOG = LoggerFactory.getLogger(TenantFeed.class);

    /** Positions of one stretch; a subscription is ready when it takes so many events. */
    static final int STRETCH = 128;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Tenant tenant;
    private final FeedSource source;
    private final ListenerChecks checks;
    private final Set<LiveSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private final AtomicInteger wakes = new AtomicInteger();

    TenantFeed(Tenant tenant, FeedSource source) {
        this.tenant = tenant;
        this.source = source;
        this.checks = new ListenerChecks(source.binding());
    }

    void add(LiveSubscription subscription) {
        subscriptions.add(subscription);
        wake();
    }

    void remove(LiveSubscription subscription) {
        subscriptions.remove(subscription);
    }

    int size() {
        return subscriptions.size();
    }

    /** Something may be new, or somebody may take more. */
    void wake() {
        if (wakes.getAndIncrement() == 0) {
            source.threads().execute(this::drain);
        }
    }

    /** Looks after those who listen. */
    void check() {
        checks.checkDue(subscriptions, System.nanoTime());
    }

    private void drain() {
        int seen;
        do {
            seen = wakes.get();
            runRound();
        } while (wakes.addAndGet(-seen) != 0);
    }

    /** What ends the tenant's work ends its subscriptions; anything else is tried again later. */
    private void runRound() {
        try {
            round();
        } catch (CatalogOutdatedException outdated) {
            subscriptions.forEach(each -> renew(each, outdated.actualVersion()));
            checks.checkAll(subscriptions);
            wakes.incrementAndGet();
        } catch (ProblemException problem) {
            if (ListenerChecks.isFinal(problem)) {
                subscriptions.forEach(each -> each.fail(problem));
            } else {
                LOG.warn("Subscribers of {} wait: {}", tenant.slug(), problem.toString());
            }
        } catch (RuntimeException failure) {
            // Interrupted is who waits while the node ends.
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("Subscribers of {} wait", tenant.slug(), failure);
            }
        }
    }

    /** Binds to the new catalog, or ends with what that says against it. */
    private void renew(LiveSubscription subscription, long version) {
        try {
            source.binding()
                    .bindAtLeast(subscription.caller(), subscription.request().request(), version)
                    .blockOptional()
                    .ifPresent(subscription::rebindLater);
        } catch (RuntimeException refusal) {
            subscription.fail(refusal);
        }
    }

    private void round() {
        List<LiveSubscription> open = List.copyOf(subscriptions);
        if (open.isEmpty()) {
            return;
        }
        open.forEach(LiveSubscription::rebind);
        StreamState state = ordered(open);
        List<LiveSubscription> ready = ready(open, state);
        while (!ready.isEmpty()) {
            long after = ready.getFirst().position();
            tellNext(
                    ready.stream().filter(each -> each.position() == after).toList(), after, state);
            ready = ready(open, state);
        }
    }

    /** Orders what is new; fails where the tenant may not work or has another catalog by now. */
    private StreamState ordered(List<LiveSubscription> open) {
        long oldest =
                open.stream()
                        .mapToLong(each -> each.bound().catalog().version())
                        .min()
                        .orElseThrow();
        return source.sequencer()
                .order(new TenantExpectation(tenant.key(), OptionalLong.of(oldest), true))
                .blockOptional()
                .orElseThrow();
    }

    /** Those that are behind and take a stretch; the rearmost first, so that they fall in line. */
    private static List<LiveSubscription> ready(List<LiveSubscription> open, StreamState state) {
        List<LiveSubscription> ready = new ArrayList<>();
        for (LiveSubscription each : open) {
            if (each.position() >= state.last() || each.isOver()) {
                continue;
            }
            if (each.takes(STRETCH)) {
                ready.add(each);
            } else if (each.waiting(System.nanoTime()).compareTo(LONGEST_WAIT) > 0) {
                each.fail(LiveProblem.SLOW_CONSUMER.exception());
            }
        }
        ready.sort(Comparator.comparingLong(LiveSubscription::position));
        return ready;
    }

    /** Stretches end at the same places for all, so that those who fell behind share them. */
    private void tellNext(List<LiveSubscription> those, long after, StreamState state) {
        long until = Math.min(state.last(), (after / STRETCH + 1) * STRETCH);
        List<Headline> headlines =
                source.reader()
                        .headlines(
                                TenantExpectation.of(those.getFirst().caller()),
                                after,
                                (int) (until - after))
                        .blockOptional()
                        .orElseThrow();
        Map<EventsPlan.Identity, Map<Long, byte[]>> pages =
                new EventPages(source.reader()).read(those, headlines, after, until);
        for (LiveSubscription each : those) {
            each.tell(state, pages.getOrDefault(each.bound().plan().identity(), Map.of()), until);
        }
        checks.checkChanged(subscriptions, headlines);
    }
}
