package kith.runtime.share;

import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SharingObjects;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.RecordTable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tells administrators why a user sees a record, or what is missing. */
public final class AccessReasons {

    /**
     * One row with the record, its owner and the viewer. A chain of roles is told from the owner's
     * up to the viewer's.
     */
    private static final String REASONS =
            """
            with it as (
                select r.owner, o.name as owner_name, o.ref_20 as owner_role, o.ref_19 as owner_queue,
                    v.id as viewer, v.ref_20 as viewer_role, coalesce(v.flag_2, false) as administers,
                    access_principals(r.tenant, v.id) as principals
                from {} r
                join record v on v.tenant = r.tenant and v.id = {} and (v.object = {}) is true and v.deleted_at is null
                left join record o on o.tenant = r.tenant and o.id = r.owner
                where r.tenant = {} and r.id = {} and (r.object = {}) is true and r.deleted_at is null
            ), reasons(rank, kind, may_change, via) as (
                select 1, 'ADMINISTRATOR', true, '[]'::json from it where it.administers
                union all
                select 2, 'EVERYONE', {}, '[]'::json from it where {}
                union all
                select 3, 'OWNER', true, json_build_array(it.owner_name) from it where it.owner = it.viewer
                union all
                select 4, 'QUEUE', true, json_build_array(it.owner_name, g.name)
                from it join record g on g.tenant = {} and g.id = it.owner_queue where g.id = any(it.principals)
                union all
                select 5, 'ROLE', true, (
                    with recursive up(id, name, parent, depth) as (
                        select r.id, r.name, r.ref_1, 1 from record r
                        where r.tenant = {} and r.id = it.owner_role and r.deleted_at is null
                        union
                        select r.id, r.name, r.ref_1, up.depth + 1 from up
                        join record r on r.tenant = {} and r.id = up.parent
                        where r.deleted_at is null and up.id <> it.viewer_role and up.depth < 100
                    )
                    select json_agg(up.name order by up.depth) from up)
                from it where {} and it.owner <> it.viewer
                    and it.owner = any(access_below({}, it.viewer))
                union all
                select 6, 'RULE', coalesce(a.flag_3, false), json_build_array(it.owner_name, a.name)
                from it join record a on a.tenant = {} and a.object = {} and a.text_1 = {} and a.deleted_at is null
                where it.owner = any(access_ruled({}, it.principals, {}, false, a.id))
                union all
                select 7, 'SHARE', s.may_change,
                    json_build_array(case when s.with_below then p.name || ' and below' else p.name end, s.cause)
                from it join record_share s on s.tenant = {} and s.record = {} and s.principal = any(it.principals)
                join record p on p.tenant = s.tenant and p.id = s.party
                where s.expires_at is null or s.expires_at > statement_timestamp()
            )
            select (select json_build_object(
                'sees', exists (select from reasons),
                'changes', exists (select from reasons where may_change),
                'owner', it.owner_name,
                'reasons', (select coalesce(json_agg(json_build_object(
                    'kind', kind, 'mayChange', may_change, 'via', via) order by rank), '[]'::json) from reasons))
                from it) as json
            """;

    private static final JsonMapper JSON = new JsonMapper();

    private final Database database;

    public AccessReasons(Database database) {
        this.database = database;
    }

    /** Every reason for which a user may see or change a record, as the API shows them. */
    public Mono<JsonNode> of(
            Caller caller, Catalog catalog, String object, UUID record, UUID user) {
        ObjectType type = RecordShares.known(catalog, object);
        if (!caller.isAdministrator()) {
            return Mono.error(AccessReasons::forbidden);
        }
        return database.inTransaction(
                        TenantExpectation.of(caller, catalog),
                        session ->
                                session.query(
                                                statement(
                                                        caller.tenant().key(), type, record, user),
                                                row -> String.valueOf(row.get(0, String.class)))
                                        .single())
                .map(JSON::readTree)
                .flatMap(reasons ->
                        reasons.isNull()
                                ? Mono.error(() -> RecordShares.unknown(type, record))
                                : Mono.just(reasons));
    }

    private static Sql statement(int key, ObjectType object, UUID record, UUID user) {
        Sql tenant = Sql.bind(key);
        Sql id = Sql.bind(record);
        Sql name = Sql.bind(object.name());
        var sharing = object.definition().sharing();
        return Sql.of(
                REASONS,
                RecordTable.of(object).name(),
                Sql.bind(user),
                Sql.number(SystemObjects.USER_KEY),
                tenant,
                id,
                Sql.number(object.key()),
                truth(
                        switch (sharing.everyone()) {
                            case READ_WRITE -> true;
                            case READ, NOTHING -> false;
                        }),
                truth(
                        switch (sharing.everyone()) {
                            case READ_WRITE, READ -> true;
                            case NOTHING -> false;
                        }),
                tenant,
                tenant,
                tenant,
                truth(sharing.isUpwards()),
                tenant,
                tenant,
                Sql.number(SharingObjects.RULE_KEY),
                name,
                tenant,
                name,
                tenant,
                id);
    }

    private static Sql truth(boolean isTrue) {
        return isTrue ? Sql.text("true") : Sql.text("false");
    }

    private static ProblemException forbidden() {
        return new ProblemException(
                Problem.of(
                                ShareProblem.SHARE_FORBIDDEN,
                                "Only administrators ask why others see a record")
                        .hint("Ask an administrator of your organization."));
    }
}
