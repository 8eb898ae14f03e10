package kith.runtime.job;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The jobs of all tenants: to add to, to look at, and to cancel. */
public final class Jobs {

    private static final String ENQUEUE =
            """
            with added as (
                insert into work (tenant, job, kind, recurring, leaves_traces, state, due_at, created_at)
                values ({}, {}, {}, false, {}, 'WAITING', {}, {})
            )
            insert into job (tenant, id, payload, created_by) values ({}, {}, {}, {})
            """;

    private final Database database;
    private final Supplier<UUID> newIds;
    private final Clock clock;
    private final JobBell bell = new JobBell();

    public Jobs(Database database, Supplier<UUID> newIds, Clock clock) {
        this.database = database;
        this.newIds = newIds;
        this.clock = clock;
    }

    /**
     * Adds a job that commits with the transaction; call {@link #wake} after that.
     *
     * @param session of the caller's tenant
     */
    public <P> Mono<UUID> enqueue(Session session, Caller caller, JobKind<P> kind, P payload) {
        if (kind instanceof RecurringKind) {
            throw new IllegalArgumentException(kind.name() + " comes by itself");
        }
        return enqueue(session, caller, kind.name(), kind.leavesTraces(), payload);
    }

    /**
     * The same by the name of the kind, for those whom the kind itself builds on.
     *
     * @param leavesTraces as the kind says
     */
    public Mono<UUID> enqueue(
            Session session, Caller caller, String kind, boolean leavesTraces, Object payload) {
        UUID id = newIds.get();
        Sql tenant = Sql.bind(caller.tenant().key());
        Sql job = Sql.bind(id);
        Sql now = Sql.bind(now());
        return session.execute(
                        Sql.of(
                                ENQUEUE,
                                tenant,
                                job,
                                Sql.bind(kind),
                                Sql.bind(leavesTraces),
                                now,
                                now,
                                tenant,
                                job,
                                Sql.bind(
                                        SqlType.JSON,
                                        JsonMapper.shared().writeValueAsString(payload)),
                                Sql.bind(SqlType.UUID, caller.user().orElse(null))))
                .thenReturn(id);
    }

    /** Adds a job, and begins with it soon. */
    public <P> Mono<UUID> enqueue(Caller caller, JobKind<P> kind, P payload) {
        return database.inTransaction(
                        TenantExpectation.of(caller),
                        session -> enqueue(session, caller, kind, payload))
                .doOnSuccess(_ -> wake());
    }

    /** Has this node look for work now and not a little later. */
    public void wake() {
        bell.ring();
    }

    JobBell bell() {
        return bell;
    }

    /** The jobs of the caller's tenant, for its administrators. */
    public Mono<JobPage> page(Caller caller, JobFilter filter) {
        return asAdministrator(
                caller, session -> JobList.ofTenant(session, caller.tenant().key()).page(filter));
    }

    /** What operators may know of the jobs of a tenant, or of all tenants. */
    public Mono<JobPage> pageForOperators(Optional<String> tenant, JobFilter filter) {
        return database.inRegistry(session -> JobList.ofPlatform(session, tenant).page(filter));
    }

    /** What operators may know of a job of a tenant. */
    public Mono<JobInfo> findForOperators(String tenant, UUID id) {
        return database.inRegistry(session ->
                JobList.ofPlatform(session, Optional.of(tenant))
                        .find(id)
                        .switchIfEmpty(Mono.error(Jobs::unknown)));
    }

    /** What operators may know of several jobs of a tenant; without those that are forgotten. */
    public Mono<List<JobInfo>> allForOperators(String tenant, Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : database.inRegistry(
                        session -> JobList.ofPlatform(session, Optional.of(tenant)).all(ids));
    }

    /** Stops a job of the caller's tenant, at the latest after the step that is under way. */
    public Mono<JobInfo> cancel(Caller caller, UUID id) {
        return asAdministrator(
                caller, session -> cancelled(JobList.ofTenant(session, caller.tenant().key()), id));
    }

    /** Stops a job of a tenant, at the latest after the step that is under way. */
    public Mono<JobInfo> cancelForOperators(String tenant, UUID id) {
        return database.inRegistry(
                session -> cancelled(JobList.ofPlatform(session, Optional.of(tenant)), id));
    }

    private Mono<JobInfo> cancelled(JobList list, UUID id) {
        return list.cancel(id, now())
                .flatMap(isCancelled ->
                        list.find(id)
                                .switchIfEmpty(Mono.error(Jobs::unknown))
                                .map(job -> isCancelled ? job : refuse(job)));
    }

    private static ProblemException unknown() {
        return new ProblemException(JobProblem.JOB_UNKNOWN.saying("There is no such job").at("id"));
    }

    private static JobInfo refuse(JobInfo job) {
        Problem problem =
                job.isRecurring()
                        ? JobProblem.JOB_NOT_CANCELLABLE
                                .saying("The job is not running now, and comes back by itself")
                                .at("id")
                        : JobProblem.JOB_NOT_CANCELLABLE
                                .saying("The job has come to its end: " + job.state())
                                .at("id");
        throw new ProblemException(problem);
    }

    private <T> Mono<T> asAdministrator(Caller caller, Function<Session, Mono<T>> work) {
        return caller.isAdministrator()
                ? database.inTransaction(TenantExpectation.of(caller), work)
                : Mono.error(() ->
                        new ProblemException(
                                Problem.of(
                                        AccessProblem.WRITE_FORBIDDEN,
                                        "Only administrators see and cancel jobs")));
    }

    /** As the database keeps it, so that a cursor finds it again. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
