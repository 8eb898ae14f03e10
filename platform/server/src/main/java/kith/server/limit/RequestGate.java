package kith.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import kith.graphql.data.CostMeter;
import kith.runtime.access.Caller;
import kith.server.settings.RequestLimits;
import kith.server.settings.RequestPlans;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets requests in as long as their tenant and their user have something left of their minute. A
 * request costs what it asks for and is counted in memory; nodes tell each other a few times a
 * second what was spent, so none waits for that, and together they may go over by what fits into
 * that time. While nodes cannot tell each other, each counts alone.
 */
public final class RequestGate implements CostMeter {

    private static final Logger LOG = LoggerFactory.getLogger(RequestGate.class);
    private static final Duration BETWEEN_EXCHANGES = Duration.ofMillis(250);
    private static final Duration UNUSED = Duration.ofMinutes(3);
    private static final int MOST = 100_000;

    /** What a request costs beside what it asks for, refused or not. */
    private static final int OF_REQUEST = 1;

    private final RequestPlans plans;
    private final SharedSpending shared;
    private final InstantSource clock;
    private final Cache<String, Spending> spendings =
            Caffeine.newBuilder().expireAfterAccess(UNUSED).maximumSize(MOST).build();
    private final Cache<Integer, AtomicInteger> underWay =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build();

    public RequestGate(RequestPlans plans, SharedSpending shared, InstantSource clock) {
        this.plans = plans;
        this.shared = shared;
        this.clock = clock;
    }

    /** Begins to tell the other nodes; the caller disposes of it. */
    public Disposable start() {
        return Flux.interval(BETWEEN_EXCHANGES)
                .onBackpressureDrop()
                .concatMap(_ -> exchange())
                .subscribe();
    }

    /** Carries a request out, or fails with a problem of {@link LimitProblem}. */
    public <T> Mono<T> pass(Caller caller, Mono<T> request) {
        return Mono.defer(() -> {
            requireBudget(caller);
            AtomicInteger now = underWay.get(caller.tenant().key(), _ -> new AtomicInteger());
            if (now.incrementAndGet() > limits(caller).concurrent()) {
                now.decrementAndGet();
                throw LimitProblem.TOO_MANY_AT_ONCE.because(
                        "The company has %d requests under way, as many as it may."
                                .formatted(limits(caller).concurrent()));
            }
            spend(caller, OF_REQUEST);
            return request.doFinally(_ -> now.decrementAndGet());
        });
    }

    /** Fails where the caller or its tenant has nothing left. */
    public void requireBudget(Caller caller) {
        if (remaining(caller) <= 0) {
            throw LimitProblem.BUDGET_SPENT.because(
                    "What the company or this user may ask for in a minute is spent.");
        }
    }

    @Override
    public long spend(Caller caller, long cost) {
        ofTenant(caller).spend(cost);
        caller.user().ifPresent(user -> ofUser(caller, user).spend(cost));
        return remaining(caller);
    }

    /** What is left of the caller's minute: its own or its tenant's, whichever is less. */
    public long remaining(Caller caller) {
        RequestLimits limits = limits(caller);
        long now = clock.millis();
        long ofTenant = limits.costPerMinute() - ofTenant(caller).within(now);
        long ofUser =
                caller.user()
                        .map(user ->
                                limits.clientCostPerMinute() - ofUser(caller, user).within(now))
                        .orElse(Long.MAX_VALUE);
        return Math.max(0, Math.min(ofTenant, ofUser));
    }

    /** What the caller may spend in a minute. */
    public long budget(Caller caller) {
        RequestLimits limits = limits(caller);
        return Math.min(limits.costPerMinute(), limits.clientCostPerMinute());
    }

    private RequestLimits limits(Caller caller) {
        return plans.of(caller.tenant().slug());
    }

    private Spending ofTenant(Caller caller) {
        return spendings.get("t" + caller.tenant().key(), _ -> new Spending(minute()));
    }

    private Spending ofUser(Caller caller, UUID user) {
        return spendings.get("u" + caller.tenant().key() + ":" + user, _ -> new Spending(minute()));
    }

    private long minute() {
        return clock.millis() / Totals.MILLIS;
    }

    /** One round trip for all that was spent here since the last. */
    Mono<Void> exchange() {
        long minute = minute();
        Map<String, Long> spent = new HashMap<>();
        spendings
                .asMap()
                .forEach((name, spending) -> {
                    long untold = spending.untold();
                    if (untold > 0) {
                        spent.put(name, untold);
                    }
                });
        if (spent.isEmpty()) {
            return Mono.empty();
        }
        return shared.exchange(minute, spent)
                .doOnNext(totals -> totals.forEach((name, all) -> told(name, spent, all)))
                .then()
                .onErrorResume(failure -> {
                    LOG.debug("Nodes count requests alone", failure);
                    spendings.asMap().values().forEach(spending -> spending.alone(minute));
                    return Mono.empty();
                });
    }

    private void told(String name, Map<String, Long> spent, Totals all) {
        Spending spending = spendings.getIfPresent(name);
        if (spending != null) {
            spending.told(spent.getOrDefault(name, 0L), all);
        }
    }
}
