package kith.server.attack;

import static kith.server.testing.HttpSteps.json;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;

/** A tenant with a record that nobody else may find, name or change. */
final class Victim {

    private static final String ALL_RECORDS =
            """
            select coalesce(md5(string_agg(r::text, '|' order by r.id)), '') || count(*)
            from record r where r.tenant = ?
            """;
    private static final String MENTIONS =
            """
            select count(*) from record r where r.tenant = ? and position(? in r::text) > 0
            """;

    private final TestServer server;
    private final int key;
    private final String secret = "not-for-strangers";
    private final List<String> ids;

    Victim(TestServer server, int key, TenantSteps tenants, String admin) {
        this.server = server;
        this.key = key;
        this.ids =
                List.of(
                        json(tenants.data(
                                        admin,
                                        "mutation { createAccount(data: { name: \"%s\" }) { id } }"
                                                .formatted(secret)))
                                .at("/data/createAccount/id")
                                .asString(),
                        json(tenants.data(admin, "{ me { user { id } } }"))
                                .at("/data/me/user/id")
                                .asString());
    }

    String secret() {
        return secret;
    }

    /** Of the record and of the administrator's user. */
    List<String> ids() {
        return ids;
    }

    /** Changes with every change of a record. */
    String everything() throws SQLException {
        return value(ALL_RECORDS, key);
    }

    /** How many records of another tenant have the id in them. */
    long mentions(int tenant, String id) throws SQLException {
        return Long.parseLong(value(MENTIONS, tenant, id));
    }

    private String value(String sql, Object... values) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.database().jdbcUrl(),
                                server.database().ownerUser(),
                                server.database().ownerPassword());
                Statement setting = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            setting.execute("set kith.tenant = '" + values[0] + "'");
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
