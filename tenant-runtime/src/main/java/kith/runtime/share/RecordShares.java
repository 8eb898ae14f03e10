package kith.runtime.share;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SharingObjects;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.RecordTable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shares records by hand, and tells of it. Whoever may change a record may share it, whoever sees
 * it sees with whom it is shared; a share counts from the next statement on, and so does its end.
 */
public final class RecordShares {

    private static final Sql ROW = Sql.identifier("shared");

    private static final String SHARE =
            """
            insert into record_share (tenant, record, party, with_below, cause, object, may_change, expires_at, shared_at, shared_by)
            values ({}, {}, {}, {}, {}, {}, {}, {}, {}, {})
            on conflict (tenant, record, principal, cause) do update
                set may_change = excluded.may_change, expires_at = excluded.expires_at,
                    shared_at = excluded.shared_at, shared_by = excluded.shared_by
            """;

    private static final String END =
            """
            delete from record_share
            where tenant = {} and record = {} and party = {} and with_below = {} and cause = {}
            """;

    private static final String STANDING =
            """
            select coalesce(json_agg(json_build_object(
                'party', json_build_object('id', p.id, 'name', p.name, 'kind',
                    case p.object when {} then 'USER' when {} then 'ROLE' else 'GROUP' end),
                'withBelow', s.with_below, 'mayChange', s.may_change, 'cause', s.cause, 'until', to_char(s.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                'at', to_char(s.shared_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', (select u.name from record u where u.tenant = s.tenant and u.id = s.shared_by)
                ) order by p.name, s.cause), '[]'::json)
            from record_share s join record p on p.tenant = s.tenant and p.id = s.party
            where s.tenant = {} and s.record = {} and (s.expires_at is null or s.expires_at > {})
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;
    private final Access access;
    private final Clock clock;

    public RecordShares(Database database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** With whom a record is shared, as the API shows it. */
    public Mono<JsonNode> of(Caller caller, Catalog catalog, String object, UUID record) {
        return database.inTransaction(
                TenantExpectation.of(caller, catalog),
                session ->
                        seen(session, caller, known(catalog, object), record)
                                .then(Mono.defer(() -> standing(session, caller, record))));
    }

    /** Shares a record, anew if it is shared so already; gives its shares. */
    public Mono<JsonNode> share(Caller caller, Catalog catalog, ShareRequest request) {
        return database.inTransaction(
                TenantExpectation.of(caller, catalog),
                session -> {
                    ObjectType object = known(catalog, request.object());
                    return changeable(session, caller, object, request.record())
                            .then(Mono.defer(() -> party(session, caller, request)))
                            .then(
                                    Mono.defer(() ->
                                            session.execute(inserted(caller, object, request))))
                            .then(Mono.defer(() -> standing(session, caller, request.record())));
                });
    }

    /** Ends a share; gives those that are left. */
    public Mono<JsonNode> unshare(Caller caller, Catalog catalog, ShareRequest request) {
        return database.inTransaction(
                TenantExpectation.of(caller, catalog),
                session ->
                        changeable(
                                        session,
                                        caller,
                                        known(catalog, request.object()),
                                        request.record())
                                .then(Mono.defer(() -> session.execute(ended(caller, request))))
                                .then(
                                        Mono.defer(() ->
                                                standing(session, caller, request.record()))));
    }

    static ObjectType known(Catalog catalog, String object) {
        return catalog.object(object)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                                ShareProblem.SHARE_RECORD_UNKNOWN,
                                                "There is no object `%s`".formatted(object))
                                        .at("object")));
    }

    private Mono<Void> seen(Session session, Caller caller, ObjectType object, UUID record) {
        return isThere(session, caller, object, record, access.rows(caller, object))
                .flatMap(isThere ->
                        isThere ? Mono.empty() : Mono.error(() -> unknown(object, record)));
    }

    private Mono<Void> changeable(Session session, Caller caller, ObjectType object, UUID record) {
        return isThere(session, caller, object, record, access.changeableRows(caller, object))
                .flatMap(isThere ->
                        isThere
                                ? Mono.empty()
                                : seen(session, caller, object, record)
                                        .then(Mono.error(() -> forbidden(object))));
    }

    private static Mono<Boolean> isThere(
            Session session, Caller caller, ObjectType object, UUID record, RowFilter rows) {
        Sql tenant = Sql.bind(caller.tenant().key());
        return session.query(
                        Sql.of(
                                """
                                select true from {} shared where shared.tenant = {} and shared.id = {}
                                    and (shared.object = {}) is true and shared.deleted_at is null and {}\
                                """,
                                RecordTable.of(object).name(),
                                tenant,
                                Sql.bind(record),
                                Sql.number(object.key()),
                                SharedRows.condition(rows, object, tenant, ROW)),
                        _ -> true)
                .hasElements();
    }

    private static Mono<Void> party(Session session, Caller caller, ShareRequest request) {
        Sql kinds =
                request.withBelow()
                        ? Sql.of("p.object = {}", Sql.number(SharingObjects.ROLE_KEY))
                        : Sql.of(
                                "p.object in ({}, {}, {})",
                                Sql.number(SystemObjects.USER_KEY),
                                Sql.number(SharingObjects.ROLE_KEY),
                                Sql.number(SharingObjects.GROUP_KEY));
        return session.query(
                        Sql.of(
                                """
                                select true from record p
                                where p.tenant = {} and p.id = {} and ({}) is true and p.deleted_at is null\
                                """,
                                Sql.bind(caller.tenant().key()),
                                Sql.bind(request.party()),
                                kinds),
                        _ -> true)
                .hasElements()
                .flatMap(isThere ->
                        isThere
                                ? Mono.empty()
                                : Mono.error(() ->
                                        new ProblemException(
                                                Problem.of(
                                                                ShareProblem.SHARE_PARTY_UNKNOWN,
                                                                "There is no such user, role or group: %s"
                                                                        .formatted(request.party()))
                                                        .at("with"))));
    }

    private Sql inserted(Caller caller, ObjectType object, ShareRequest request) {
        return Sql.of(
                SHARE,
                Sql.bind(caller.tenant().key()),
                Sql.bind(request.record()),
                Sql.bind(request.party()),
                Sql.bind(request.withBelow()),
                Sql.bind(request.cause()),
                Sql.bind(object.key()),
                Sql.bind(request.mayChange()),
                Sql.bind(SqlType.TIMESTAMP, request.until().orElse(null)),
                now(),
                Sql.bind(SqlType.UUID, caller.user().orElse(null)));
    }

    private static Sql ended(Caller caller, ShareRequest request) {
        return Sql.of(
                END,
                Sql.bind(caller.tenant().key()),
                Sql.bind(request.record()),
                Sql.bind(request.party()),
                Sql.bind(request.withBelow()),
                Sql.bind(request.cause()));
    }

    private Mono<JsonNode> standing(Session session, Caller caller, UUID record) {
        return session.json(
                        Sql.of(
                                STANDING,
                                Sql.number(SystemObjects.USER_KEY),
                                Sql.number(SharingObjects.ROLE_KEY),
                                Sql.bind(caller.tenant().key()),
                                Sql.bind(record),
                                now()))
                .map(JSON::readTree);
    }

    private Sql now() {
        return Sql.bind(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    static ProblemException unknown(ObjectType object, UUID record) {
        return new ProblemException(
                Problem.of(
                                ShareProblem.SHARE_RECORD_UNKNOWN,
                                "There is no %s %s".formatted(object.name(), record))
                        .at("id"));
    }

    private static ProblemException forbidden(ObjectType object) {
        return new ProblemException(
                Problem.of(
                                ShareProblem.SHARE_FORBIDDEN,
                                "You may see this %s, and not share it"
                                        .formatted(object.definition().label()))
                        .at("id")
                        .hint("Only those who may change a record share it."));
    }
}
