package kith.runtime.share;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;

/**
 * A row filter as SQL. What it asks of the user is asked in sub-selects that depend on no row, so
 * PostgreSQL finds it out once a statement, and only where a row does not belong to the user; and
 * within the statement's own snapshot, so that a revoke counts from the next statement on.
 */
public final class SharedRows {

    private static final String OWNED = "({} = {}) is true";
    private static final String OWNED_BY_OTHERS =
            "({} in (select unnest(access_owners({}, {}, {})))) is true";
    private static final String SHARED =
            """
            {} in (select s.record from record_share s where s.tenant = {} \
            and s.principal = any(access_principals({}, {})) and s.object = {} \
            and (s.expires_at is null or s.expires_at > statement_timestamp()){})\
            """;

    private SharedRows() {}

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
                        Sql.text(rows.isUpwards() ? "true" : "false")));
        any.add(
                Sql.of(
                        SHARED,
                        column.apply("id"),
                        tenant,
                        tenant,
                        user,
                        Sql.number(object.key()),
                        Sql.text(rows.isForChange() ? " and s.may_change" : "")));
        return Sql.of("({})", Sql.join(" or ", any));
    }
}
