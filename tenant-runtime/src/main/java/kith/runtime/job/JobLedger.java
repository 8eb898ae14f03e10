package kith.runtime.job;

import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import kith.metadata.problem.Problem;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Writes down how the jobs of one kind get on, in transactions of their tenants. Whatever it writes
 * it writes under the lease: where that went to another node, the whole transaction is undone.
 */
final class JobLedger {

    /** One without a checkpoint begins at nought. */
    private static final String TAKE_UP =
            """
            update work w set
                state = 'RUNNING', attempts = w.attempts + 1, started_at = {},
                progress = case when begun.checkpoint is null then 0 else w.progress end,
                total = case when begun.checkpoint is null then null else w.total end
            from tenant t left join lateral (
                select j.payload, j.checkpoint from job j where j.tenant = t.key and j.id = {}
            ) begun on true
            where w.tenant = {} and w.job = {} and w.leased_by = {} and t.key = w.tenant
            returning t.key, t.slug, t.name, t.status, t.currency, t.zone, t.locale,
                begun.payload::text as payload, begun.checkpoint, w.progress, w.total, w.attempts,
                w.cancel_requested
            """;

    private static final String WRITE_DOWN =
            """
            with held as (
                update work w set
                    state = {}, progress = {}, total = {}, attempts = {}, problem = {},
                    due_at = coalesce({}, w.due_at), lease_until = {}, leased_by = {},
                    finished_at = coalesce({}, w.finished_at),
                    cancel_requested = w.cancel_requested and {}
                where w.tenant = {} and w.job = {} and w.leased_by = {}
                returning w.tenant, w.job, w.cancel_requested
            ), told as (
                insert into job (tenant, id, payload, checkpoint, problem)
                select held.tenant, held.job, jsonb_build_object(), {}, {} from held
                on conflict (tenant, id) do update
                    set checkpoint = excluded.checkpoint, problem = excluded.problem
            )
            select held.cancel_requested from held
            """;

    private final Database database;
    private final Clock clock;
    private final Duration lease;
    private final Optional<Duration> every;

    JobLedger(Database database, Clock clock, Duration lease, JobKind<?> kind) {
        this.database = database;
        this.clock = clock;
        this.lease = lease;
        this.every =
                kind instanceof RecurringKind recurring
                        ? Optional.of(recurring.every())
                        : Optional.empty();
    }

    /** The job as it stands, now begun once more. */
    Mono<HeldJob> takeUp(ClaimedJob claim) {
        Sql statement =
                Sql.of(
                        TAKE_UP,
                        Sql.bind(clock.instant()),
                        Sql.bind(claim.id()),
                        Sql.bind(claim.tenant()),
                        Sql.bind(claim.id()),
                        Sql.bind(claim.lease()));
        return inTransaction(
                claim,
                session ->
                        session.query(statement, row -> held(claim, row))
                                .singleOrEmpty()
                                .switchIfEmpty(lost(claim)));
    }

    /** Commits what a step does together with where the next one goes on. */
    Mono<SavedStep> save(HeldJob job, Function<Session, Mono<JobStep>> effect) {
        return inTransaction(
                job.claim(),
                session -> effect.apply(session).flatMap(step -> saved(session, job, step)));
    }

    private Mono<SavedStep> saved(Session session, HeldJob job, JobStep step) {
        Instant now = clock.instant();
        if (step.checkpoint().isEmpty()) {
            return write(session, job, Standing.done(step, every, now))
                    .thenReturn(SavedStep.ended());
        }
        var held = new Standing.Lease(job.claim().lease(), now.plus(lease));
        return write(session, job, Standing.goingOn(step, held))
                .map(isCancelled -> SavedStep.before(job.after(step, isCancelled)));
    }

    Mono<SavedStep> cancelled(HeldJob job) {
        return ended(job, Standing.cancelled(job, every, clock.instant()));
    }

    /** Ends the run for good. */
    Mono<SavedStep> failed(HeldJob job, Problem problem) {
        return ended(job, Standing.failed(job, problem, every, clock.instant()));
    }

    /** Ends the run until it is tried again. */
    Mono<SavedStep> stopped(HeldJob job, Problem problem, int attempts, Duration pause) {
        return ended(
                job, Standing.tryingAgain(job, attempts, problem, clock.instant().plus(pause)));
    }

    private Mono<SavedStep> ended(HeldJob job, Standing standing) {
        return inTransaction(job.claim(), session -> write(session, job, standing))
                .thenReturn(SavedStep.ended());
    }

    /** Answers with whether the job was asked to stop. */
    private static Mono<Boolean> write(Session session, HeldJob job, Standing standing) {
        return session.query(
                        statement(job.claim(), standing),
                        row -> Objects.requireNonNull(row.get(0, Boolean.class)))
                .singleOrEmpty()
                .switchIfEmpty(lost(job.claim()));
    }

    private static Sql statement(ClaimedJob claim, Standing standing) {
        return Sql.of(
                WRITE_DOWN,
                Sql.bind(standing.state().name()),
                Sql.bind(standing.progress()),
                Sql.bind(SqlType.BIGINT, orNull(standing.total())),
                Sql.bind(standing.attempts()),
                orNull(SqlType.TEXT, standing.problem().map(problem -> problem.code().name())),
                orNull(SqlType.TIMESTAMP, standing.dueAt()),
                orNull(SqlType.TIMESTAMP, standing.lease().map(Standing.Lease::until)),
                orNull(SqlType.UUID, standing.lease().map(Standing.Lease::id)),
                orNull(SqlType.TIMESTAMP, standing.finishedAt()),
                Sql.bind(standing.finishedAt().isEmpty()),
                Sql.bind(claim.tenant()),
                Sql.bind(claim.id()),
                Sql.bind(claim.lease()),
                orNull(SqlType.TEXT, standing.checkpoint()),
                orNull(SqlType.TEXT, standing.problem().map(Problem::message)));
    }

    private static Sql orNull(SqlType type, Optional<?> value) {
        return Sql.bind(type, value.orElse(null));
    }

    private static @Nullable Long orNull(OptionalLong number) {
        return number.isPresent() ? (Long) number.getAsLong() : null;
    }

    /** A tenant that is suspended, or gone, is left alone. */
    private <T> Mono<T> inTransaction(ClaimedJob claim, Function<Session, Mono<T>> work) {
        return database.inTransaction(
                new TenantExpectation(claim.tenant(), OptionalLong.empty(), true), work);
    }

    private static <T> Mono<T> lost(ClaimedJob claim) {
        return Mono.error(() -> new LeaseLostException(claim));
    }

    private static HeldJob held(ClaimedJob claim, Readable row) {
        Long total = row.get("total", Long.class);
        return new HeldJob(
                claim,
                tenant(row),
                Objects.requireNonNullElse(row.get("payload", String.class), "{}"),
                Optional.ofNullable(row.get("checkpoint", String.class)),
                Objects.requireNonNull(row.get("progress", Long.class)),
                total == null ? OptionalLong.empty() : OptionalLong.of(total),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                Objects.requireNonNull(row.get("cancel_requested", Boolean.class)));
    }

    private static Tenant tenant(Readable row) {
        return new Tenant(
                Objects.requireNonNull(row.get("key", Integer.class)),
                text(row, "slug"),
                text(row, "name"),
                TenantStatus.valueOf(text(row, "status")),
                Currency.getInstance(text(row, "currency")),
                ZoneId.of(text(row, "zone")),
                Locale.forLanguageTag(text(row, "locale")));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
