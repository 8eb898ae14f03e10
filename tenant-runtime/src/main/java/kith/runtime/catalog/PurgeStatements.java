package kith.runtime.catalog;

import java.time.Instant;
import java.util.UUID;
import kith.metadata.catalog.Storage;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/** The statements that clear what removed fields and objects of a tenant left behind. */
final class PurgeStatements {

    /** So few rows that nobody waits long for them. */
    private static final int AT_ONCE = 1_000;

    private static final String LOCK =
            """
            select key from tenant where key = {} for update
            """;

    private static final String IS_DUE =
            """
            select exists (
                select from retired_storage r
                join catalog_change c on c.tenant = r.tenant and c.version = r.version
                where r.tenant = {} and (r.purging or c.at < {})
            ) or exists (
                select from retired_object r
                join catalog_change c on c.tenant = r.tenant and c.version = r.version
                where r.tenant = {} and (r.purging or c.at < {}))
            """;

    private static final String MARK =
            """
            update {} r set purging = true
            from catalog_change c
            where r.tenant = {} and not r.purging
                and c.tenant = r.tenant and c.version = r.version and c.at < {}
            """;

    private static final String MARKED_OBJECTS =
            """
            select object from retired_object where tenant = {} and purging order by object
            """;

    private static final String MARKED_HOMES =
            """
            select object, storage, field from retired_storage where tenant = {} and purging
            order by object, storage, field
            """;

    private static final String HOLD_OBJECT =
            """
            select object from retired_object where tenant = {} and object = {} and purging for share
            """;

    private static final String HOLD_HOME =
            """
            select object from retired_storage
            where tenant = {} and object = {} and storage = {} and field = {} and purging for share
            """;

    /**
     * Who holds a row will be done with it by the next time. An array is filled once; a subquery
     * that is joined may be run, and lock, again for each row of the other side.
     */
    private static final String CLEAR_VALUES =
            """
            update {} r set {}
            where r.tenant = {} and r.id = any(array(
                select h.id from {} h
                where h.tenant = {} and h.object = {} and {}
                limit {} for update skip locked))
            """;

    /** A package that is installed again brings its field back under the same id. */
    private static final String CLEAR_LINKS =
            """
            delete from link where tenant = {} and field = {} and (source, target) in (
                select l.source, l.target from link l where l.tenant = {} and l.field = {} limit {})
                and not exists (select from component c where c.tenant = {} and c.id = {})
            """;

    private static final String CLEAR_RECORDS =
            """
            with chosen as (
                select r.id from {} r where r.tenant = {} and r.object = {}
                limit {} for update skip locked
            ), keys as (
                delete from unique_value u
                where u.tenant = {} and u.record = any(array(select id from chosen))
            ), told as (
                delete from history h
                where h.tenant = {} and h.record = any(array(select id from chosen))
            )
            delete from {} r where r.tenant = {} and r.id = any(array(select id from chosen))
            """;

    private static final String FORGET_OBJECTS =
            """
            delete from retired_object o where o.tenant = {} and o.object = {} and o.purging
                and not exists (
                    select from {} r where r.tenant = o.tenant and r.object = o.object)
            """;

    /** Moves begin under the same lock; the purge waits until they are done. */
    private static final String TABLE =
            """
            with held as (select key from tenant where key = {} for share)
            select coalesce(d.number, 0), coalesce(d.job is not null, false) from held
            left join dedicated_table d on d.tenant = held.key and d.object = {} and d.state <> 'LEFT'
            """;

    private static final String FORGET_NUMBERS =
            """
            delete from auto_number a using retired_storage s
            where a.tenant = {} and s.tenant = a.tenant and s.purging and a.field = s.field
                and not exists (
                    select from component c where c.tenant = a.tenant and c.id = a.field)
            """;

    private static final String FORGET_HOME =
            """
            delete from retired_storage where tenant = {} and object = {} and storage = {}
                and field = {} and not exists ({})
            """;

    /** Catalogs that still tell where its records were are read anew. */
    private static final String ADVANCE =
            """
            update tenant set catalog_version = catalog_version + 1, catalog_fingerprint = null
            where key = {}
            """;

    private final Sql tenant;

    PurgeStatements(int tenant) {
        this.tenant = Sql.number(tenant);
    }

    /** Holds changes of the catalog up until the transaction ends. */
    Sql lock() {
        return Sql.of(LOCK, tenant);
    }

    Sql isDue(Instant limit) {
        Sql before = Sql.bind(limit);
        return Sql.of(IS_DUE, tenant, before, tenant, before);
    }

    Sql markObjects(Instant limit) {
        return Sql.of(MARK, Sql.identifier("retired_object"), tenant, Sql.bind(limit));
    }

    Sql markHomes(Instant limit) {
        return Sql.of(MARK, Sql.identifier("retired_storage"), tenant, Sql.bind(limit));
    }

    Sql markedObjects() {
        return Sql.of(MARKED_OBJECTS, tenant);
    }

    Sql markedHomes() {
        return Sql.of(MARKED_HOMES, tenant);
    }

    /** Keeps the object from coming back until the transaction ends; no row if it did already. */
    Sql hold(int object) {
        return Sql.of(HOLD_OBJECT, tenant, Sql.number(object));
    }

    /** Keeps the home from being given to another field until the transaction ends. */
    Sql hold(int object, Storage home, UUID field) {
        return Sql.of(
                HOLD_HOME, tenant, Sql.number(object), Sql.bind(home.toString()), Sql.bind(field));
    }

    /** Where the records of an object are, and whether they are just being moved. */
    Sql table(int object) {
        return Sql.of(TABLE, tenant, Sql.number(object));
    }

    Sql clearValues(RecordTable table, int object, Storage home) {
        return Sql.of(
                CLEAR_VALUES,
                table.name(),
                RecordEffects.cleared(home),
                tenant,
                table.name(),
                tenant,
                Sql.number(object),
                isFull(home),
                Sql.number(AT_ONCE));
    }

    Sql clearLinks(UUID field) {
        Sql id = Sql.bind(field);
        return Sql.of(CLEAR_LINKS, tenant, id, tenant, id, Sql.number(AT_ONCE), tenant, id);
    }

    Sql clearRecords(RecordTable table, int object) {
        return Sql.of(
                CLEAR_RECORDS,
                table.name(),
                tenant,
                Sql.number(object),
                Sql.number(AT_ONCE),
                tenant,
                tenant,
                table.name(),
                tenant);
    }

    /** Forgets an object of which no record is left. */
    Sql forgetObject(RecordTable table, int object) {
        return Sql.of(FORGET_OBJECTS, tenant, Sql.number(object), table.name());
    }

    /** Makes nodes forget where the records of a forgotten object were. */
    Sql advance() {
        return Sql.of(ADVANCE, tenant);
    }

    /** What the removed fields counted. */
    Sql forgetNumbers() {
        return Sql.of(FORGET_NUMBERS, tenant);
    }

    /** Opens a home in which nothing is left. */
    Sql forgetHome(RecordTable table, int object, Storage home, UUID field) {
        Sql left =
                home instanceof Storage.Links
                        ? Sql.of(
                                "select from link l where l.tenant = {} and l.field = {}",
                                tenant,
                                Sql.bind(field))
                        : Sql.of(
                                "select from {} h where h.tenant = {} and h.object = {} and {}",
                                table.name(),
                                tenant,
                                Sql.number(object),
                                isFull(home));
        return Sql.of(
                FORGET_HOME,
                tenant,
                Sql.number(object),
                Sql.bind(home.toString()),
                Sql.bind(field),
                left);
    }

    /** Whether the row {@code h} holds something there. */
    private static Sql isFull(Storage home) {
        return switch (home) {
            case Storage.Slot slot -> Sql.of("h.{} is not null", Sql.identifier(slot.column()));
            case Storage.Overflow overflow ->
                    Sql.of("jsonb_exists(h.more, '{}')", Sql.number(overflow.number()));
            case Storage.Column _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(home + " is no home in a record");
        };
    }
}
