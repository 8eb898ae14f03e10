package kith.graphql.reference.isolation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;

/** The tables that hold rows of tenants, as the database itself tells them. */
record TenantTables(RuntimeDatabase runtime) {

    private static final String NAMES =
            """
            select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = 'public'::regnamespace
              and a.attname = 'tenant' and not a.attisdropped
            order by 1
            """;

    List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = runtime.owner();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(NAMES)) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    /** How many rows the tenant has in each table, and a digest of them. */
    Map<String, String> contents(Tenant tenant) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        for (String table : names()) {
            contents.put(
                    table,
                    runtime.asOwner(
                            tenant,
                            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %s t where tenant = %d"
                                    .formatted(table, tenant.key())));
        }
        return contents;
    }
}
