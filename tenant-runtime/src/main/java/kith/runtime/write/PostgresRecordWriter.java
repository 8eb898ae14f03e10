package kith.runtime.write;

import io.r2dbc.spi.R2dbcException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.SystemAccess;
import kith.runtime.read.ReadStatements;
import kith.runtime.rule.RuleObserver;
import kith.runtime.rule.RuleRunner;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.CatalogOutdatedException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Writes records in PostgreSQL. The stages of a write are plain code that waits for its statements
 * on a virtual thread of its own, one for each write.
 */
public final class PostgresRecordWriter implements RecordWriter {

    private static final int RETRIES = 3;

    /** Before the first repetition; longer before the next, and never twice the same. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Serialization failure and deadlock: PostgreSQL undid everything and invites to repeat. */
    private static final Set<String> UNDONE = Set.of("40001", "40P01");

    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final Access access;
    private final DirectWrites direct;
    private final WrittenRecords written;
    private final RuleRuns.Systemic systemic;
    private final RuleRunner rules;
    private final RecordIds ids;
    private final Clock clock;
    private final LaterFormulas later;
    private final Scheduler threads =
            Schedulers.fromExecutorService(
                    Executors.newThreadPerTaskExecutor(
                            Thread.ofVirtual().name("kith-write-", 0).factory()));

    public PostgresRecordWriter(
            Database database, Access access, RuleRunner rules, RecordIds ids, Clock clock) {
        this(database, access, rules, ids, clock, LaterFormulas.NOBODY);
    }

    /**
     * @param later brings stored formulas up to date where a write would change too many values
     */
    public PostgresRecordWriter(
            Database database,
            Access access,
            RuleRunner rules,
            RecordIds ids,
            Clock clock,
            LaterFormulas later) {
        this.later = later;
        this.database = database;
        this.access = access;
        ReadStatements reads = new ReadStatements(access);
        this.written = new WrittenRecords(reads);
        this.direct = new DirectWrites(reads, ids);
        Access all = new SystemAccess();
        this.systemic = new RuleRuns.Systemic(all, new WrittenRecords(new ReadStatements(all)));
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Mono<byte[]> write(Caller caller, Catalog catalog, WriteRequest request) {
        return write(caller, catalog, request, Optional.empty());
    }

    @Override
    public Mono<byte[]> writeOnce(
            Caller caller, Catalog catalog, WriteRequest request, OnlyOnce once) {
        return write(caller, catalog, request, Optional.of(once));
    }

    @Override
    public Mono<byte[]> firstAnswer(Caller caller, OnlyOnce once) {
        return database.inTransaction(
                TenantExpectation.of(caller),
                session -> new KeptAnswers(caller, once, now()).first(session));
    }

    private Mono<byte[]> write(
            Caller caller, Catalog catalog, WriteRequest request, Optional<OnlyOnce> once) {
        RuleObserver observer = rules.observer(caller);
        Mono<byte[]> whole =
                coerced(caller, catalog, request)
                        .flatMap(write -> carriedOut(caller, catalog, write, once, observer))
                        .onErrorResume(
                                LeftBehindException.class, left -> leave(caller, left.fields()))
                        .retryWhen(
                                Retry.backoff(RETRIES, PAUSE)
                                        .filter(failure -> isWorthRepeating(failure, request))
                                        .onRetryExhaustedThrow((_, signal) ->
                                                Objects.requireNonNull(signal.failure())))
                        .doOnSuccess(_ -> observer.ends(Optional.empty()))
                        .doOnError(
                                failure -> !(failure instanceof CatalogOutdatedException),
                                failure -> observer.ends(Optional.of(failure)));
        // A cache does not pass a cancellation on. What has begun is finished, whoever still waits:
        // its thread could otherwise send a statement behind the rollback, into the transaction of
        // whoever takes the connection next.
        return Mono.defer(whole::cache);
    }

    /** From then on all read these formulas computed; the write begins anew, knowing of it. */
    private Mono<byte[]> leave(Caller caller, Set<UUID> formulas) {
        return later.leave(caller, formulas)
                .flatMap(version -> Mono.error(new CatalogOutdatedException(version)));
    }

    /** A single record is not worth a thread of its own. */
    private Mono<CoercedWrite> coerced(Caller caller, Catalog catalog, WriteRequest request) {
        Mono<CoercedWrite> coerced =
                Mono.fromCallable(() -> CoercedWrite.of(access, caller, catalog, request));
        return isSmall(request) ? coerced : coerced.subscribeOn(threads);
    }

    private static boolean isSmall(WriteRequest request) {
        return request.steps().size() == 1
                && switch (request.steps().getFirst()) {
                    case WriteRequest.Create create -> create.records().size() == 1;
                    case WriteRequest.Update _ -> true;
                    case WriteRequest.UpdateWhere _,
                            WriteRequest.Upsert _,
                            WriteRequest.Delete _,
                            WriteRequest.DeleteWhere _,
                            WriteRequest.Restore _,
                            WriteRequest.RestoreWhere _,
                            WriteRequest.Destroy _,
                            WriteRequest.DestroyWhere _,
                            WriteRequest.RunRule _ ->
                            false;
                };
    }

    private Mono<byte[]> carriedOut(
            Caller caller,
            Catalog catalog,
            CoercedWrite write,
            Optional<OnlyOnce> once,
            RuleObserver observer) {
        Mono<byte[]> inFull =
                database.inTransaction(
                        TenantExpectation.of(caller, catalog),
                        session -> written(session, caller, catalog, write, once, observer));
        return once.isPresent()
                ? inFull
                : direct.of(new WriteScope(access, caller, catalog, now()), write)
                        .map(found -> direct(caller, found).switchIfEmpty(inFull))
                        .orElse(inFull);
    }

    /** Empty where it could not be; a key that is taken is told by the long way. */
    private Mono<byte[]> direct(Caller caller, DirectWrites.DirectWrite write) {
        return database.alone(caller.tenant().key(), write.statement())
                .onErrorResume(
                        ProblemException.class,
                        failure -> isTaken(failure) ? Mono.empty() : Mono.error(failure))
                .map(answer -> JsonBytes.object().entry(write.key(), answer).endObject());
    }

    private static boolean isTaken(ProblemException failure) {
        return failure.getCause() instanceof R2dbcException cause
                && UNIQUE_VIOLATION.equals(cause.getSqlState());
    }

    private Mono<byte[]> written(
            Session session,
            Caller caller,
            Catalog catalog,
            CoercedWrite write,
            Optional<OnlyOnce> once,
            RuleObserver observer) {
        return Mono.fromCallable(
                        () -> {
                            WriteSession opened =
                                    new WriteSession(
                                            session,
                                            new WriteScope(
                                                    access,
                                                    caller,
                                                    catalog,
                                                    now(),
                                                    later.mostDependents()));
                            observer.begins();
                            WriteTransaction steps = transaction(opened, observer);
                            byte[] answer =
                                    once.isEmpty()
                                            ? steps.run(write)
                                            : writtenOnce(opened, steps, write, once.get());
                            opened.settle();
                            if (!opened.leftBehind().isEmpty()) {
                                throw new LeftBehindException(opened.leftBehind());
                            }
                            return answer;
                        })
                .subscribeOn(threads);
    }

    private static byte[] writtenOnce(
            WriteSession session, WriteTransaction steps, CoercedWrite write, OnlyOnce once) {
        KeptAnswers kept = new KeptAnswers(session.caller(), once, session.now());
        Optional<byte[]> first = kept.claimed(session);
        if (first.isPresent()) {
            return first.get();
        }
        byte[] answer = once.answer().apply(steps.run(write));
        kept.keep(session, answer);
        return answer;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private WriteTransaction transaction(WriteSession session, RuleObserver observer) {
        RuleWriting.RuledStages ruled =
                RuleRuns.of(session, written, systemic, rules, observer, ids);
        return new WriteTransaction(
                session,
                new DraftStage(session, written, ids),
                ruled.saves(),
                ruled.removal(),
                ruled.buttons(),
                new StepAnswers(session, written));
    }

    private static boolean isWorthRepeating(Throwable failure, WriteRequest request) {
        return failure instanceof ProblemException refused
                && (wasUndone(refused) || lostUpsert(refused, request));
    }

    private static boolean wasUndone(ProblemException failure) {
        return failure.getCause() instanceof R2dbcException cause
                && cause.getSqlState() != null
                && UNDONE.contains(cause.getSqlState());
    }

    /**
     * Whether another write made the record that an upsert was about to make: its key was free when
     * the upsert looked and taken when it wrote. Repeated, it finds and updates that record.
     */
    private static boolean lostUpsert(ProblemException failure, WriteRequest request) {
        List<String> keys =
                request.steps().stream()
                        .filter(WriteRequest.Upsert.class::isInstance)
                        .map(step -> ((WriteRequest.Upsert) step).on().name())
                        .toList();
        return !keys.isEmpty()
                && failure.problems().stream().allMatch(problem -> isLostKey(problem, keys));
    }

    private static boolean isLostKey(Problem problem, List<String> keys) {
        return problem.code() == WriteProblem.UNIQUE_VALUE_TAKEN
                && !problem.path().isEmpty()
                && problem.path().getLast() instanceof String field
                && keys.contains(field);
    }
}
