package kith.runtime.move;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RecordHome;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.access.Caller;
import kith.runtime.catalog.HomeChanges;
import kith.runtime.job.Jobs;
import kith.runtime.move.ObjectMove.Course;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.DedicatedTables;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/** Starts moves of objects, for those who run the installation. */
public final class ObjectMoves {

    private static final String BUSY =
            """
            select job is not null from dedicated_table where tenant = {} and object = {}
            """;

    /**
     * Beginning with this a job is at work on the table, which leaves its state or begins to move.
     */
    private static final String TAKE =
            """
            update dedicated_table set job = {}, indexes = {},
                state = case when state = 'LIVE' and {} then 'LEAVING' else state end
            where tenant = {} and object = {}
            """;

    private final HomeChanges homes;
    private final Jobs jobs;
    private final ObjectMoveKind kind;

    public ObjectMoves(HomeChanges homes, Jobs jobs, ObjectMoveKind kind) {
        this.homes = homes;
        this.jobs = jobs;
        this.kind = kind;
    }

    /**
     * Begins to move an object to a table of its own; where it has one already, the table gets the
     * indexes that are asked for and no others. Answers with the job.
     *
     * @param indexes each by names of fields
     */
    public Mono<UUID> toDedicated(Tenant tenant, String object, List<List<String>> indexes) {
        return start(
                tenant,
                object,
                "Began to move %s to a table of its own",
                (standing, type) -> {
                    IndexRequest request = IndexRequest.of(type, indexes);
                    Course course =
                            type.home() instanceof RecordHome.Dedicated
                                    ? Course.REINDEX
                                    : Course.TO_DEDICATED;
                    return begin(standing, tenant, request, course);
                });
    }

    /** Begins to move an object to the table that all share. Answers with the job. */
    public Mono<UUID> toShared(Tenant tenant, String object) {
        return start(
                tenant,
                object,
                "Began to move %s to the shared table",
                (standing, type) ->
                        type.home() instanceof RecordHome.Shared
                                ? Mono.error(() ->
                                        MoveProblem.MOVE_NOT_POSSIBLE.saying(
                                                "%s is in the shared table".formatted(type.name()),
                                                "There is nothing to do.",
                                                "to"))
                                : begin(
                                        standing,
                                        tenant,
                                        new IndexRequest(type, List.of()),
                                        Course.TO_SHARED));
    }

    /** What is to be done with an object that may be moved. */
    private interface Beginning {
        Mono<UUID> begin(HomeChanges.Standing standing, ObjectType object);
    }

    private Mono<UUID> start(Tenant tenant, String object, String message, Beginning beginning) {
        return homes.change(
                        Caller.platform(tenant),
                        message.formatted(object),
                        standing ->
                                movable(standing, tenant, object)
                                        .flatMap(type -> beginning.begin(standing, type)))
                .doOnSuccess(_ -> jobs.wake());
    }

    private static Mono<ObjectType> movable(
            HomeChanges.Standing standing, Tenant tenant, String name) {
        ObjectType object =
                standing.catalog()
                        .object(name)
                        .orElseThrow(() ->
                                MoveProblem.MOVE_UNKNOWN_OBJECT.saying(
                                        "The tenant has no object %s".formatted(name),
                                        "Look at `storedObjects` for those that it has.",
                                        "object"));
        if (SystemObjects.isOf(name)) {
            throw MoveProblem.MOVE_NOT_POSSIBLE.saying(
                    "%s stay in the shared table".formatted(object.definition().pluralLabel()),
                    "All requests look there; move another object.",
                    "object");
        }
        if (standing.catalog().storedFormulas().stream()
                .anyMatch(one -> one.isStale() && one.field().object().equals(name))) {
            throw MoveProblem.MOVE_NOT_POSSIBLE.saying(
                    "Indexed formulas of %s are being computed".formatted(name),
                    "Try again when the jobs of kind formula.compute are done.",
                    "object");
        }
        return standing.session()
                .query(
                        Sql.of(BUSY, Sql.number(tenant.key()), Sql.number(object.key())),
                        row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .any(isBusy -> isBusy)
                .map(isBusy -> {
                    if (isBusy) {
                        throw MoveProblem.MOVE_UNDER_WAY.saying(
                                "%s is being moved".formatted(name),
                                "Wait for its job to end, or cancel it.",
                                "object");
                    }
                    return object;
                });
    }

    private Mono<UUID> begin(
            HomeChanges.Standing standing, Tenant tenant, IndexRequest request, Course course) {
        ObjectType object = request.object();
        ObjectMove move = new ObjectMove(object.key(), object.name(), course, request.all());
        Session session = standing.session();
        return jobs.enqueue(session, Caller.platform(tenant), kind, move)
                .delayUntil(job ->
                        course == Course.TO_DEDICATED
                                ? session.execute(
                                        DedicatedTables.make(
                                                object.key(), homes(standing, object), job))
                                : Mono.empty())
                .delayUntil(job -> session.execute(taken(tenant, request, course, job)));
    }

    private static Sql taken(Tenant tenant, IndexRequest request, Course course, UUID job) {
        return Sql.of(
                TAKE,
                Sql.bind(job),
                Sql.bind(SqlType.JSON, request.document()),
                Sql.bind(course == Course.TO_SHARED),
                Sql.number(tenant.key()),
                Sql.number(request.object().key()));
    }

    /** Those of its fields, and those of removed ones, which may come back with their values. */
    private static Set<Storage> homes(HomeChanges.Standing standing, ObjectType object) {
        Set<Storage> homes = new HashSet<>();
        object.fields().stream()
                .map(Field::storage)
                .filter(home -> !(home instanceof Storage.Computed))
                .forEach(homes::add);
        standing.retired().stream()
                .filter(home -> home.object() == object.key())
                .forEach(home -> homes.add(home.storage()));
        return homes;
    }
}
