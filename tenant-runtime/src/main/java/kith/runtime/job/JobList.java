package kith.runtime.job;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Lists and cancels the jobs that a transaction sees: those of one tenant, or, of all tenants, what
 * the platform knows of them.
 */
final class JobList {

    private static final String PAGE =
            """
            select w.tenant, t.slug, w.job, w.kind, w.state, w.recurring, w.progress, w.total, w.attempts,
                w.cancel_requested, w.problem, j.problem as message, w.created_at, w.due_at, w.started_at,
                w.finished_at
            from work w
            join tenant t on t.key = w.tenant
            left join job j on j.tenant = w.tenant and j.id = w.job
            where {}
            order by w.created_at desc, w.tenant desc, w.job desc limit {}
            """;

    /**
     * One that nobody does ends at once, unless it left something behind: that is taken back first.
     * One that is being done ends after its step.
     */
    private static final String CANCEL =
            """
            with found as (
                select w.tenant, w.job,
                    not w.recurring and not w.leaves_traces
                        and (w.lease_until is null or w.lease_until <= {}) as is_idle
                from work w join tenant t on t.key = w.tenant
                where {} and w.state in ('WAITING', 'RUNNING') and (not w.recurring or w.state = 'RUNNING')
                for update of w
            )
            update work w set
                cancel_requested = not found.is_idle,
                due_at = case when w.leaves_traces then least(w.due_at, {}) else w.due_at end,
                state = case when found.is_idle then 'CANCELLED' else w.state end,
                finished_at = case when found.is_idle then {} else w.finished_at end,
                leased_by = case when found.is_idle then null else w.leased_by end,
                lease_until = case when found.is_idle then null else w.lease_until end
            from found where w.tenant = found.tenant and w.job = found.job
            """;

    private final Session session;
    private final List<Sql> scope;

    private JobList(Session session, List<Sql> scope) {
        this.session = session;
        this.scope = scope;
    }

    static JobList ofTenant(Session session, int tenant) {
        return new JobList(session, List.of(Sql.of("w.tenant = {}", Sql.bind(tenant))));
    }

    /** Of the tenant with that slug, or of all. */
    static JobList ofPlatform(Session session, Optional<String> tenant) {
        return new JobList(
                session,
                tenant.map(slug -> List.of(Sql.of("t.slug = {}", Sql.bind(slug))))
                        .orElseGet(List::of));
    }

    Mono<JobPage> page(JobFilter filter) {
        List<Sql> conditions = new ArrayList<>(scope);
        filter.state()
                .ifPresent(state -> conditions.add(Sql.of("w.state = {}", Sql.bind(state.name()))));
        filter.after().map(JobPosition::of).ifPresent(last -> conditions.add(before(last)));
        return rows(conditions, filter.first() + 1).map(found -> page(found, filter.first()));
    }

    private static Sql before(JobPosition last) {
        return Sql.of(
                "(w.created_at, w.tenant, w.job) < ({}, {}, {})",
                Sql.bind(last.createdAt()),
                Sql.bind(last.tenant()),
                Sql.bind(last.id()));
    }

    private static JobPage page(List<Row> found, int first) {
        List<Row> shown = found.size() > first ? found.subList(0, first) : found;
        return new JobPage(
                shown.stream().map(Row::info).toList(),
                found.size() > first && first > 0
                        ? Optional.of(shown.getLast().position().cursor())
                        : Optional.empty());
    }

    /** Empty where there is no such job. */
    Mono<JobInfo> find(UUID id) {
        return rows(with(id), 1)
                .flatMap(found ->
                        found.isEmpty() ? Mono.empty() : Mono.just(found.getFirst().info()));
    }

    /** Those that are there. */
    Mono<List<JobInfo>> all(Collection<UUID> ids) {
        List<Sql> conditions = new ArrayList<>(scope);
        conditions.add(
                Sql.of("w.job = any({})", Sql.bind(SqlType.UUID_ARRAY, ids.toArray(UUID[]::new))));
        return rows(conditions, ids.size()).map(found -> found.stream().map(Row::info).toList());
    }

    /** Whether there was something to cancel. */
    Mono<Boolean> cancel(UUID id, Instant now) {
        Sql moment = Sql.bind(now);
        return session.execute(Sql.of(CANCEL, moment, Sql.join(" and ", with(id)), moment, moment))
                .map(changed -> changed > 0);
    }

    private List<Sql> with(UUID id) {
        List<Sql> conditions = new ArrayList<>(scope);
        conditions.add(Sql.of("w.job = {}", Sql.bind(id)));
        return conditions;
    }

    private Mono<List<Row>> rows(List<Sql> conditions, int limit) {
        Sql where = conditions.isEmpty() ? Sql.text("true") : Sql.join(" and ", conditions);
        return session.<Row>query(
                        Sql.of(PAGE, where, Sql.bind(SqlType.INTEGER, limit)), JobList::row)
                .collectList();
    }

    private static Row row(Readable row) {
        JobInfo info =
                new JobInfo(
                        text(row, "slug"),
                        Objects.requireNonNull(row.get("job", UUID.class)),
                        text(row, "kind"),
                        JobState.valueOf(text(row, "state")),
                        flag(row, "recurring"),
                        Objects.requireNonNull(row.get("progress", Long.class)),
                        number(row.get("total", Long.class)),
                        Objects.requireNonNull(row.get("attempts", Integer.class)),
                        flag(row, "cancel_requested"),
                        Optional.ofNullable(row.get("problem", String.class)),
                        Optional.ofNullable(row.get("message", String.class)),
                        moment(row, "created_at").orElseThrow(),
                        moment(row, "due_at").orElseThrow(),
                        moment(row, "started_at"),
                        moment(row, "finished_at"));
        int tenant = Objects.requireNonNull(row.get("tenant", Integer.class));
        return new Row(info, new JobPosition(info.createdAt(), tenant, info.id()));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static boolean flag(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class));
    }

    private static OptionalLong number(@Nullable Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static Optional<Instant> moment(Readable row, String column) {
        return Optional.ofNullable(row.get(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private record Row(JobInfo info, JobPosition position) {}
}
