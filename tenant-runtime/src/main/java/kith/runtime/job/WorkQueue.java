package kith.runtime.job;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import reactor.core.publisher.Mono;

/** The work of all tenants, as those see it who hand it out: no records, no payloads. */
final class WorkQueue {

    /**
     * Goes from tenant to tenant, not from job to job, for one may have very many: the tenants
     * behind the last one served that have something to do and are not at their limit, then the
     * first job of each, then the second.
     */
    private static final String CLAIM =
            """
            with recursive turn (tenant) as (
                (select w.tenant from work w
                where w.tenant > {} and w.ready_at <= {} and w.kind = any({})
                order by w.tenant limit 1)
                union all
                select next.tenant from turn, lateral (
                    select w.tenant from work w
                    where w.tenant > turn.tenant and w.ready_at <= {} and w.kind = any({})
                    order by w.tenant limit 1) next
            ), served as (
                select turn.tenant, {} - taken.number as free from turn, lateral (
                    select count(*) as number from work l
                    where l.tenant = turn.tenant and l.lease_until > {}) taken
                where taken.number < {}
                limit {}
            ), candidate as (
                select w.tenant, w.job, row_number() over (partition by w.tenant order by w.ready_at) as round
                from served, lateral (
                    select r.tenant, r.job, r.ready_at from work r
                    where r.tenant = served.tenant and r.ready_at <= {} and r.kind = any({})
                    order by r.ready_at limit served.free
                    for update skip locked) w
            ), chosen as (
                select tenant, job from candidate order by round, tenant limit {}
            )
            update work w set lease_until = {}, leased_by = {}
            from chosen where w.tenant = chosen.tenant and w.job = chosen.job
            returning w.tenant, w.job, w.kind
            """;

    private static final String RENEW =
            """
            update work w set lease_until = {}
            from unnest({}, {}, {}) as held (tenant, job, lease)
            where w.tenant = held.tenant and w.job = held.job and w.leased_by = held.lease
            returning w.tenant, w.job, w.kind, w.leased_by
            """;

    private static final String RELEASE =
            """
            update work w set lease_until = null, leased_by = null
            from unnest({}, {}, {}) as held (tenant, job, lease)
            where w.tenant = held.tenant and w.job = held.job and w.leased_by = held.lease
            """;

    private static final String POSTPONE =
            """
            update work w set lease_until = null, leased_by = null, due_at = {}
            where w.tenant = {} and w.job = {} and w.leased_by = {}
            """;

    private static final String FORGET =
            """
            delete from work w where w.tenant = {} and w.job = {} and w.leased_by = {}
            """;

    /** Spread over the pause between two runs, so that not all tenants come at once. */
    private static final String ADD_RECURRING =
            """
            insert into work (tenant, job, kind, recurring, state, due_at, created_at)
            select t.key, k.job, k.kind, true, 'WAITING', {} + random() * k.seconds * interval '1 second', {}
            from tenant t cross join unnest({}, {}, {}) as k (job, kind, seconds)
            where t.status in ('ACTIVE', 'SUSPENDED')
                and not exists (select from work w where w.tenant = t.key and w.job = k.job)
            on conflict (tenant, job) do nothing
            """;

    private final Database database;

    WorkQueue(Database database) {
        this.database = database;
    }

    /** Takes jobs, of as many tenants as possible, under a lease of its own. */
    Mono<List<ClaimedJob>> claim(Demand demand) {
        Sql now = Sql.bind(demand.now());
        Sql kinds = Sql.bind(SqlType.TEXT_ARRAY, demand.kinds().toArray(String[]::new));
        Sql perTenant = Sql.bind(demand.perTenant());
        Sql number = Sql.bind(demand.number());
        Sql statement =
                Sql.of(
                        CLAIM,
                        Sql.bind(demand.after()),
                        now,
                        kinds,
                        now,
                        kinds,
                        perTenant,
                        now,
                        perTenant,
                        number,
                        now,
                        kinds,
                        number,
                        Sql.bind(demand.leaseUntil()),
                        Sql.bind(demand.lease()));
        return database.inDispatch(
                session -> session.query(statement, row -> job(row, demand.lease())).collectList());
    }

    /** Holds jobs for longer; answers with those that are still this node's. */
    Mono<Set<ClaimedJob>> renew(Collection<ClaimedJob> held, Instant until) {
        Sql statement = Sql.of(RENEW, Sql.bind(until), tenants(held), ids(held), leases(held));
        return database.inRegistry(session ->
                session.query(
                                statement,
                                row -> job(row, Objects.requireNonNull(row.get(3, UUID.class))))
                        .collect(Collectors.toSet()));
    }

    /** Lets others go on with jobs at once. */
    Mono<Void> release(Collection<ClaimedJob> held) {
        return run(Sql.of(RELEASE, tenants(held), ids(held), leases(held)));
    }

    Mono<Void> postpone(ClaimedJob job, Instant dueAt) {
        return run(
                Sql.of(
                        POSTPONE,
                        Sql.bind(dueAt),
                        Sql.bind(job.tenant()),
                        Sql.bind(job.id()),
                        Sql.bind(job.lease())));
    }

    /** Takes away what is left of a tenant that is no more. */
    Mono<Void> forget(ClaimedJob job) {
        return run(
                Sql.of(FORGET, Sql.bind(job.tenant()), Sql.bind(job.id()), Sql.bind(job.lease())));
    }

    /** Sees to it that every tenant has the jobs that come back. */
    Mono<Void> addRecurring(List<RecurringKind> kinds, Instant now) {
        Sql moment = Sql.bind(now);
        return run(
                Sql.of(
                        ADD_RECURRING,
                        moment,
                        moment,
                        Sql.bind(
                                SqlType.UUID_ARRAY,
                                kinds.stream().map(RecurringKind::id).toArray(UUID[]::new)),
                        Sql.bind(
                                SqlType.TEXT_ARRAY,
                                kinds.stream().map(RecurringKind::name).toArray(String[]::new)),
                        Sql.bind(
                                SqlType.BIGINT_ARRAY,
                                kinds.stream()
                                        .map(kind -> kind.every().toSeconds())
                                        .toArray(Long[]::new))));
    }

    private Mono<Void> run(Sql statement) {
        return database.inRegistry(session -> session.execute(statement)).then();
    }

    private static Sql tenants(Collection<ClaimedJob> jobs) {
        return Sql.bind(
                SqlType.INTEGER_ARRAY,
                jobs.stream().map(ClaimedJob::tenant).toArray(Integer[]::new));
    }

    private static Sql ids(Collection<ClaimedJob> jobs) {
        return Sql.bind(SqlType.UUID_ARRAY, jobs.stream().map(ClaimedJob::id).toArray(UUID[]::new));
    }

    private static Sql leases(Collection<ClaimedJob> jobs) {
        return Sql.bind(
                SqlType.UUID_ARRAY, jobs.stream().map(ClaimedJob::lease).toArray(UUID[]::new));
    }

    private static ClaimedJob job(Readable row, UUID lease) {
        return new ClaimedJob(
                Objects.requireNonNull(row.get(0, Integer.class)),
                Objects.requireNonNull(row.get(1, UUID.class)),
                Objects.requireNonNull(row.get(2, String.class)),
                lease);
    }

    /**
     * What a node asks for.
     *
     * @param after the tenant that was served last; it begins behind that one
     * @param number at most so many jobs
     */
    record Demand(
            int after,
            int number,
            int perTenant,
            List<String> kinds,
            Instant now,
            Instant leaseUntil,
            UUID lease) {}
}
