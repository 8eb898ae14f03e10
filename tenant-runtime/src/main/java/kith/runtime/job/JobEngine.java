package kith.runtime.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import kith.runtime.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Does the jobs of all tenants on this node, as other nodes do on theirs. It takes jobs under
 * leases that it renews while it works; what a node that ended leaves behind, another one goes on
 * with when the lease has run out.
 */
public final class JobEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JobEngine.class);
    private static final Duration BETWEEN_CENSUSES = Duration.ofMinutes(1);
    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final int RENEWALS_PER_LEASE = 3;

    private final Database database;
    private final WorkQueue queue;
    private final JobKinds kinds;
    private final JobBell bell;
    private final Supplier<UUID> leases;
    private final Clock clock;
    private final JobLimits limits;

    private final Scheduler threads =
            Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "jobs");
    private final Map<ClaimedJob, Sinks.Empty<Void>> running = new ConcurrentHashMap<>();
    private final AtomicInteger lastServed = new AtomicInteger();
    private final Disposable.Swap loops = Disposables.swap();

    /**
     * @param jobs announces what this node enqueues
     * @param leases ids that never come twice
     */
    public JobEngine(
            Database database,
            JobKinds kinds,
            Jobs jobs,
            Supplier<UUID> leases,
            Clock clock,
            JobLimits limits) {
        this.database = database;
        this.queue = new WorkQueue(database);
        this.kinds = kinds;
        this.bell = jobs.bell();
        this.leases = leases;
        this.clock = clock;
        this.limits = limits;
    }

    /** Begins to work, until it is closed. */
    public void start() {
        Disposable.Composite all = Disposables.composite();
        all.add(
                Flux.interval(Duration.ZERO, limits.pause())
                        .mergeWith(bell.rings())
                        .onBackpressureLatest()
                        .concatMap(tick -> claim().onErrorResume(this::tryLater), 1)
                        .flatMapIterable(jobs -> jobs)
                        .flatMap(this::work, limits.perNode())
                        .subscribe());
        all.add(every(limits.lease().dividedBy(RENEWALS_PER_LEASE), Mono.defer(this::renew)));
        all.add(every(BETWEEN_CENSUSES, Mono.defer(this::addRecurring)));
        loops.update(all);
    }

    private Disposable every(Duration pause, Mono<Void> round) {
        return Flux.interval(Duration.ZERO, pause)
                .onBackpressureDrop()
                .concatMap(_ -> round.onErrorResume(this::tryLater), 1)
                .subscribe();
    }

    /** The database may be away for a while. */
    private <T> Mono<T> tryLater(Throwable failure) {
        LOG.warn("No work could be looked for: {}", failure.toString());
        return Mono.empty();
    }

    /** Stops what is under way, whose steps are undone, and lets others go on with it at once. */
    @Override
    public void close() {
        Set<ClaimedJob> held = Set.copyOf(running.keySet());
        loops.dispose();
        if (!held.isEmpty()) {
            queue.release(held).onErrorResume(this::tryLater).block(FAREWELL);
        }
        threads.dispose();
    }

    /** Does what is due now, once around, and tells how many jobs it were. */
    Mono<Integer> runDue() {
        return claim().flatMap(jobs ->
                Flux.fromIterable(jobs).flatMap(this::work).then(Mono.just(jobs.size())));
    }

    /** Sees to it that every tenant has the jobs that come back. */
    Mono<Void> addRecurring() {
        return queue.addRecurring(kinds.recurring(), clock.instant());
    }

    /** Takes jobs for the places that are free. */
    private Mono<List<ClaimedJob>> claim() {
        return Mono.defer(() -> {
            int free = limits.perNode() - running.size();
            int after = lastServed.get();
            return free <= 0
                    ? Mono.just(List.<ClaimedJob>of())
                    : claim(after, free)
                            .filter(jobs -> !jobs.isEmpty() || after == 0)
                            .switchIfEmpty(Mono.defer(() -> claim(0, free)));
        });
    }

    /** The next claim begins behind the last tenant, or anew when it came to the last one. */
    private Mono<List<ClaimedJob>> claim(int after, int free) {
        UUID lease = leases.get();
        return queue.claim(
                        new WorkQueue.Demand(
                                after,
                                free,
                                limits.perTenant(),
                                kinds.names(),
                                clock.instant(),
                                clock.instant().plus(limits.lease()),
                                lease))
                .doOnNext(jobs -> {
                    jobs.forEach(job -> running.put(job, Sinks.empty()));
                    lastServed.set(
                            jobs.size() < free
                                    ? 0
                                    : jobs.stream().mapToInt(ClaimedJob::tenant).max().orElse(0));
                });
    }

    private Mono<Void> work(ClaimedJob job) {
        return execution(kinds.require(job.kind()))
                .run(job)
                .takeUntilOther(lost(job))
                .onErrorResume(failure -> {
                    // Its lease runs out, and somebody takes it up again.
                    LOG.warn("The job {} could not be written down", job.id(), failure);
                    return Mono.empty();
                })
                .doOnTerminate(() -> free(job))
                .doOnCancel(() -> free(job));
    }

    /** The place is free before anybody hears that the job is done. */
    private void free(ClaimedJob job) {
        running.remove(job);
        bell.ring();
    }

    private Mono<Void> lost(ClaimedJob job) {
        Sinks.Empty<Void> lost = running.get(job);
        return lost == null ? Mono.never() : lost.asMono();
    }

    private <P> JobExecution<P> execution(JobKind<P> kind) {
        return new JobExecution<>(
                kind, new JobLedger(database, clock, limits.lease(), kind), queue, clock, threads);
    }

    /** Holds what is under way, and stops what is another node's by now. */
    Mono<Void> renew() {
        Set<ClaimedJob> held = Set.copyOf(running.keySet());
        if (held.isEmpty()) {
            return Mono.empty();
        }
        return queue.renew(held, clock.instant().plus(limits.lease()))
                .doOnNext(kept ->
                        held.stream().filter(job -> !kept.contains(job)).forEach(this::stop))
                .then();
    }

    private void stop(ClaimedJob job) {
        Sinks.Empty<Void> lost = running.get(job);
        if (lost != null) {
            lost.tryEmitEmpty().isSuccess();
        }
    }
}
