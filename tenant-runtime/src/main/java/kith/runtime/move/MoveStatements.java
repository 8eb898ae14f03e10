package kith.runtime.move;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;

/** The statements that copy the records of an object from one table to another. */
record MoveStatements(MoveRoute route) {

    private static final String COPY =
            """
            with batch as materialized (
                select {} from {} s where s.tenant = {} and s.object = {}{} order by s.id limit {}
            ), copied as (
                insert into {} (tenant, object, {}) select {}, {}, {} from batch on conflict do nothing
            )
            select count(*), (select b.id from batch b order by b.id desc limit 1), 0::bigint from batch
            """;

    /**
     * Only notes of committed writes are seen, and what these wrote is seen by the next statement.
     */
    private static final String TAKE_NOTES =
            """
            with taken as (
                delete from move_note n where n.tenant = {} and n.object = {} and n.number = any(array(
                    select o.number from move_note o where o.tenant = {} and o.object = {}
                    order by o.number limit {}))
                returning n.record
            )
            select count(*), array_agg(distinct record) from taken
            """;

    private static final String FORGET_NOTES =
            """
            delete from move_note where tenant = {} and object = {}
            """;

    private static final String REMOVE =
            """
            delete from {} where tenant = {} and object = {} and id = any({})
            """;

    private static final String FETCH =
            """
            insert into {} (tenant, object, {}) select {}, {}, {} from {} s
            where s.tenant = {} and s.object = {} and s.id = any({})
            """;

    /** One snapshot: what differs was written since it was copied, or something went wrong. */
    private static final String DIFFERENCES =
            """
            with s as materialized (
                select {} from {} s where s.tenant = {} and s.object = {}{} order by s.id limit {}
            ), bound as materialized (
                select count(*) as number, (select l.id from s l order by l.id desc limit 1) as last from s
            ), t as materialized (
                select {} from {} s where s.tenant = {} and s.object = {}{}
                    and (s.id <= (select b.last from bound b) or (select b.number from bound b) < {})
            )
            select b.number, b.last, (
                select count(*) from s full join t on s.id = t.id
                where s is distinct from t and not exists (
                    select from move_note n where n.tenant = {} and n.object = {}
                        and n.record = coalesce(s.id, t.id)))
            from bound b
            """;

    private static final String COUNT =
            """
            select count(*) from {} where tenant = {} and object = {}
            """;

    private static final String CLEAR =
            """
            delete from record r where r.tenant = {} and r.id = any(array(
                select c.id from record c where c.tenant = {} and c.object = {} order by c.id limit {}))
            """;

    Sql copy(Optional<UUID> after, int most) {
        return Sql.of(
                COPY,
                route.columnList(),
                route.source().name(),
                route.tenantKey(),
                route.objectKey(),
                behind(after),
                Sql.number(most),
                route.target().name(),
                route.columnList(),
                route.tenantKey(),
                route.objectKey(),
                route.columnList());
    }

    Sql takeNotes(int most) {
        return Sql.of(
                TAKE_NOTES,
                route.tenantKey(),
                route.objectKey(),
                route.tenantKey(),
                route.objectKey(),
                Sql.number(most));
    }

    Sql forgetNotes() {
        return Sql.of(FORGET_NOTES, route.tenantKey(), route.objectKey());
    }

    Sql remove(Collection<UUID> records) {
        return Sql.of(
                REMOVE, route.target().name(), route.tenantKey(), route.objectKey(), ids(records));
    }

    Sql fetch(Collection<UUID> records) {
        return Sql.of(
                FETCH,
                route.target().name(),
                route.columnList(),
                route.tenantKey(),
                route.objectKey(),
                route.columnList(),
                route.source().name(),
                route.tenantKey(),
                route.objectKey(),
                ids(records));
    }

    /** How many records behind one were compared, the last of them, and how many differ. */
    Sql differences(Optional<UUID> after, int most) {
        return Sql.of(
                DIFFERENCES,
                route.columnList(),
                route.source().name(),
                route.tenantKey(),
                route.objectKey(),
                behind(after),
                Sql.number(most),
                route.columnList(),
                route.target().name(),
                route.tenantKey(),
                route.objectKey(),
                behind(after),
                Sql.number(most),
                route.tenantKey(),
                route.objectKey());
    }

    Sql countSource() {
        return count(route.source());
    }

    Sql countTarget() {
        return count(route.target());
    }

    private Sql count(RecordTable table) {
        return Sql.of(COUNT, table.name(), route.tenantKey(), route.objectKey());
    }

    /** Takes some of the object's rows out of the shared table. */
    Sql clear(int most) {
        return Sql.of(
                CLEAR, route.tenantKey(), route.tenantKey(), route.objectKey(), Sql.number(most));
    }

    private static Sql behind(Optional<UUID> after) {
        return after.map(id -> Sql.of(" and s.id > {}", Sql.bind(id)))
                .orElseGet(() -> Sql.text(""));
    }

    private static Sql ids(Collection<UUID> records) {
        return Sql.bind(SqlType.UUID_ARRAY, records.toArray(UUID[]::new));
    }
}
