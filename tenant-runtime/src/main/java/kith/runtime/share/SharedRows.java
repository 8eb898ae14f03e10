package kith.runtime.share;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/**
 * A row filter as SQL. What it asks of the user is asked in sub-selects that depend on no row, so
 * PostgreSQL finds it out once a statement, and only where a row does not belong to the user; and
 * within the statement's own snapshot, so that a revoke counts from the next statement on.
 */
public final class SharedRows {

    private static final String OWNED = "({} = {}) is true";
    private static final String OWNED_BY_OTHERS =
            "({} in (select unnest(access_owners({}, {}, {}, {}, {})))) is true";
    private static final String SHARED =
            """
            s.record from record_share s where s.tenant = {} \
            and s.principal = any(access_principals({}, {})) and s.object = {} \
            and (s.expires_at is null or s.expires_at > statement_timestamp()){}\
            """;

    private static final String REACH =
            """
            select o.owners, case when cardinality(o.owners) > {} then false else (\
            select count(*) from (select from {} c where c.tenant = {} and c.object = {} \
            and c.owner = any(o.owners) limit {}) c) + (\
            select count(*) from (select from record_share s where s.tenant = {} \
            and s.principal = any(access_principals({}, {})) and s.object = {} limit {}) c) <= {} end as few \
            from (select array_append(access_owners({}, {}, {}, {}, {}), {}) as owners offset 0) o\
            """;

    /**
     * Owners whose records are worth counting, and records that are sooner gathered than walked by.
     */
    private static final int FEW_OWNERS = 20;

    private static final int FEW_RECORDS = 2_100;

    private SharedRows() {}

    /**
     * One row: the {@code owners} of the records that a user sees, and whether these are {@code
     * few}.
     */
    public static Sql reach(RowFilter.Shared rows, ObjectType object, Sql tenant) {
        Sql user = Sql.bind(rows.user());
        Sql key = Sql.number(object.key());
        Sql most = Sql.number(FEW_RECORDS + 1L);
        return Sql.of(
                REACH,
                Sql.number(FEW_OWNERS),
                RecordTable.of(object).name(),
                tenant,
                key,
                most,
                tenant,
                tenant,
                user,
                key,
                most,
                Sql.number(FEW_RECORDS),
                tenant,
                user,
                upwards(rows),
                Sql.constant(object.name()),
                forChange(rows),
                user);
    }

    /** The condition in the form that indexes answer, for owners that are known. */
    public static Sql ofOwners(
            RowFilter.Shared rows, ObjectType object, Sql tenant, Sql row, Sql owners) {
        return Sql.of(
                "({}.owner = any({}) or {}.id = any(array(select {})))",
                row,
                owners,
                row,
                shared(rows, object, tenant, Sql.bind(rows.user())));
    }

    private static Sql forChange(RowFilter.Shared rows) {
        return Sql.text(rows.isForChange() ? "true" : "false");
    }

    private static Sql upwards(RowFilter.Shared rows) {
        return Sql.text(rows.isUpwards() ? "true" : "false");
    }

    private static Sql shared(RowFilter.Shared rows, ObjectType object, Sql tenant, Sql user) {
        return Sql.of(
                SHARED,
                tenant,
                tenant,
                user,
                Sql.number(object.key()),
                Sql.text(rows.isForChange() ? " and s.may_change" : ""));
    }

    /** Whether a filter lets a row of an object pass, under the name that the row has. */
    public static Sql condition(RowFilter rows, ObjectType object, Sql tenant, Sql row) {
        return switch (rows) {
            case RowFilter.Everything _ -> Sql.text("true");
            case RowFilter.Nothing _ -> Sql.text("false");
            case RowFilter.Shared shared ->
                    condition(
                            shared,
                            object,
                            tenant,
                            column -> Sql.of("{}.{}", row, Sql.identifier(column)));
        };
    }

    /**
     * Whether a row of an object may be seen or changed; true for each that is meant.
     *
     * @param column the column of the row by its name
     */
    public static Sql condition(
            RowFilter.Shared rows, ObjectType object, Sql tenant, Function<String, Sql> column) {
        Sql user = Sql.bind(rows.user());
        List<Sql> any = new ArrayList<>();
        any.add(Sql.of(OWNED, column.apply("owner"), user));
        any.add(
                Sql.of(
                        OWNED_BY_OTHERS,
                        column.apply("owner"),
                        tenant,
                        user,
                        upwards(rows),
                        Sql.constant(object.name()),
                        forChange(rows)));
        any.add(
                Sql.of(
                        "{} in (select {})",
                        column.apply("id"),
                        shared(rows, object, tenant, user)));
        return Sql.of("({})", Sql.join(" or ", any));
    }
}
