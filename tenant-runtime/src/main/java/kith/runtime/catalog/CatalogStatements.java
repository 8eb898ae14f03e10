package kith.runtime.catalog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.catalog.Catalog;
import kith.metadata.change.Difference;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;
import kith.runtime.access.Caller;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/** The statements that read and write the catalog of one tenant. */
final class CatalogStatements {

    /** Beside the row {@code t} of the tenant; without components that are known. */
    private static final String STORED =
            """
            json_build_object(
                'version', t.catalog_version,
                'nextObjectKey', t.next_object_key,
                'fingerprint', t.catalog_fingerprint,
                'components', case when t.catalog_fingerprint = any({}) then null else (
                    select coalesce(json_agg(c.document order by c.position, c.id), '[]')
                    from component c where c.tenant = {}) end,
                'retired', (
                    select coalesce(json_agg(json_build_object(
                        'object', r.object, 'storage', r.storage, 'field', r.field,
                        'purging', r.purging)), '[]')
                    from retired_storage r where r.tenant = {}),
                'retiredObjects', (
                    select coalesce(json_agg(json_build_object(
                        'object', o.object, 'id', o.id, 'purging', o.purging)), '[]')
                    from retired_object o where o.tenant = {}),
                'tables', (
                    select coalesce(json_agg(json_build_object(
                        'object', d.object, 'number', d.number, 'state', d.state)), '[]')
                    from dedicated_table d where d.tenant = {}),
                'stale', (
                    select coalesce(json_agg(m.field), '[]')
                    from stale_formula m where m.tenant = {}))
            """;

    private static final String LOCK =
            """
            select key from tenant where key = {} for update
            """;

    private static final String LOG =
            """
            (select coalesce(json_agg(json_build_object(
                'version', l.version, 'at', l.at, 'by', l.actor_name,
                'message', l.message, 'changes', l.changes) order by l.version desc), '[]')
            from (
                select * from catalog_change c where c.tenant = {} and c.version < {}
                    and c.version > {}
                order by c.version desc limit {}) l)
            """;

    /** New components come behind all others; changed ones stay where they are. */
    private static final String SAVE =
            """
            insert into component (tenant, id, kind, position, document)
            select {}, g.id, g.kind, coalesce(m.last, 0) + g.ordinal, g.document
            from unnest({}, {}, {}) with ordinality as g(id, kind, document, ordinal),
                (select max(p.position) as last from component p where p.tenant = {}) m
            on conflict (tenant, id) do update
                set kind = excluded.kind, document = excluded.document
            """;

    private static final String REMOVE =
            """
            delete from component where tenant = {} and id = any({})
            """;

    private static final String RETIRE =
            """
            insert into retired_storage (tenant, object, storage, field, version)
            select {}, g.object, g.storage, g.field, {}
            from unnest({}, {}, {}) as g(object, storage, field)
            """;

    private static final String REVIVE =
            """
            delete from retired_storage where tenant = {} and field = any({})
            """;

    private static final String RETIRE_OBJECTS =
            """
            insert into retired_object (tenant, object, id, version)
            select {}, g.object, g.id, {} from unnest({}, {}) as g(object, id)
            """;

    private static final String REVIVE_OBJECTS =
            """
            delete from retired_object where tenant = {} and object = any({})
            """;

    /** Marks of fields that are no stored formulas any more. */
    private static final String UNMARK =
            """
            delete from stale_formula where tenant = {} and field <> all({})
            """;

    private static final String ADVANCE =
            """
            update tenant set catalog_version = {}, next_object_key = {}, catalog_fingerprint = {},
                updated_at = now()
            where key = {}
            """;

    private static final String ADVANCE_UNREAD =
            """
            update tenant set catalog_version = {}, catalog_fingerprint = null, updated_at = now()
            where key = {}
            """;

    private static final String RECORD =
            """
            insert into catalog_change (tenant, version, at, actor, actor_name, message, changes)
            values ({}, {}, {}, {},
                coalesce((select u.name from record u where u.tenant = {} and u.id = {}), {}),
                {}, {})
            """;

    private static final String PLATFORM = "Kith";
    private static final String UNKNOWN = "?";

    private final ComponentDocuments documents;
    private final Sql tenant;

    CatalogStatements(int tenant, ComponentDocuments documents) {
        this.tenant = Sql.number(tenant);
        this.documents = documents;
    }

    /**
     * All that is stored, as one JSON object; an expression beside the tenant's row {@code t}.
     *
     * @param known fingerprints of components that need not be read
     */
    Sql stored(Collection<String> known) {
        return Sql.of(STORED, texts(known), tenant, tenant, tenant, tenant, tenant);
    }

    /** The same as a statement of its own. */
    Sql readStored() {
        return Sql.of("select {} from tenant t where t.key = {}", stored(List.of()), tenant);
    }

    /** Holds other changes of the catalog up until the transaction ends. */
    Sql lock() {
        return Sql.of(LOCK, tenant);
    }

    /** Entries of the change log, newest first, as a JSON array; an expression. */
    Sql log(OptionalLong before, long after, int first) {
        return Sql.of(
                LOG,
                tenant,
                Sql.bind(before.orElse(Long.MAX_VALUE)),
                Sql.bind(after),
                Sql.bind(first));
    }

    Sql save(List<Component> components) {
        return Sql.of(
                SAVE,
                tenant,
                uuids(components.stream().map(Component::id).toList()),
                texts(components.stream().map(one -> one.kind().documentName()).toList()),
                Sql.bind(
                        SqlType.JSON_ARRAY,
                        components.stream()
                                .map(component -> documents.encode(component).toString())
                                .toArray(String[]::new)),
                tenant);
    }

    Sql remove(Collection<UUID> components) {
        return Sql.of(REMOVE, tenant, uuids(components));
    }

    Sql retire(Collection<RetiredStorage> homes, long version) {
        return Sql.of(
                RETIRE,
                tenant,
                Sql.bind(version),
                integers(homes.stream().map(RetiredStorage::object).toList()),
                texts(homes.stream().map(home -> home.storage().toString()).toList()),
                uuids(homes.stream().map(RetiredStorage::field).toList()));
    }

    Sql revive(Collection<RetiredStorage> homes) {
        return Sql.of(REVIVE, tenant, uuids(homes.stream().map(RetiredStorage::field).toList()));
    }

    Sql retireObjects(Collection<RetiredObject> objects, long version) {
        return Sql.of(
                RETIRE_OBJECTS,
                tenant,
                Sql.bind(version),
                integers(objects.stream().map(RetiredObject::key).toList()),
                uuids(objects.stream().map(RetiredObject::id).toList()));
    }

    Sql reviveObjects(Collection<RetiredObject> objects) {
        return Sql.of(
                REVIVE_OBJECTS,
                tenant,
                integers(objects.stream().map(RetiredObject::key).toList()));
    }

    /** Takes away all marks of stale formulas but these. */
    Sql keepStale(Collection<UUID> fields) {
        return Sql.of(UNMARK, tenant, uuids(fields));
    }

    Sql advance(Catalog next, int nextObjectKey) {
        return Sql.of(
                ADVANCE,
                Sql.bind(next.version()),
                Sql.bind(nextObjectKey),
                Sql.bind(next.fingerprint()),
                tenant);
    }

    /**
     * The next version of a catalog whose records moved. Its fingerprint covers where they are, and
     * is known when somebody has read it.
     */
    Sql advanceUnread(long version) {
        return Sql.of(ADVANCE_UNREAD, Sql.bind(version), tenant);
    }

    Sql record(Caller caller, long version, Instant at, String message, List<Difference> diff) {
        Optional<UUID> user = caller.user();
        Sql actor = Sql.bind(SqlType.UUID, user.orElse(null));
        return Sql.of(
                RECORD,
                tenant,
                Sql.bind(version),
                Sql.bind(at),
                actor,
                tenant,
                actor,
                Sql.bind(user.isPresent() ? UNKNOWN : PLATFORM),
                Sql.bind(ChangeLog.message(message)),
                Sql.bind(SqlType.JSON, ChangeLog.json(diff)));
    }

    private static Sql integers(Collection<Integer> numbers) {
        return Sql.bind(SqlType.INTEGER_ARRAY, numbers.toArray(Integer[]::new));
    }

    private static Sql uuids(Collection<UUID> ids) {
        return Sql.bind(SqlType.UUID_ARRAY, ids.toArray(UUID[]::new));
    }

    private static Sql texts(Collection<String> texts) {
        return Sql.bind(SqlType.TEXT_ARRAY, texts.toArray(String[]::new));
    }
}
