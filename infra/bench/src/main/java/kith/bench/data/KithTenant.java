package kith.bench.data;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * A tenant whose records are measured. Its objects are made by the API; the records go straight
 * into the tables and slots that the catalog has chosen, as a write would have left them.
 */
public final class KithTenant {

    private static final String DEADLOCK = "40P01";
    private static final int MOST_ATTEMPTS = 5;

    private static final String TENANT =
            """
            select key from tenant where slug = ?
            """;
    private static final String OBJECT_KEY =
            """
            select document ->> 'key' from component
            where tenant = ? and kind = 'Object' and document ->> 'name' = ?
            """;
    private static final String HOMES =
            """
            select document ->> 'name', document ->> 'storage', coalesce(document ->> 'decimals', '0')
            from component
            where tenant = ? and kind = 'Field' and document ->> 'object' = ?
            """;
    private static final String ADMIN =
            """
            select id from record where tenant = ? and object = 1 and id < '01900000-0000-7000-8000-000000000000'
            or tenant = ? and object = 1 and id > '01910000-0000-7000-8000-000000000000'
            """;
    private static final String DEDICATED =
            """
            select 'dedicated_' || number from dedicated_table where tenant = ? and object = ?
            """;
    private static final int USER_KEY = 1;

    /** Kith's user object has fixed homes, which stand in no component. */
    private static final Map<String, FieldHome> USER_HOMES =
            Map.of("email", new FieldHome("text_1", 0), "active", new FieldHome("flag_1", 0));

    private static final Map<String, FieldHome> SYSTEM_HOMES =
            Map.of(
                    "name", new FieldHome("name", 0),
                    "owner", new FieldHome("owner", 0),
                    "createdAt", new FieldHome("created_at", 0));

    private final DatabaseServer server;
    private final MeasuredTenant tenant;

    public KithTenant(DatabaseServer server, MeasuredTenant tenant) {
        this.server = server;
        this.tenant = tenant;
    }

    /** The tenant's key. */
    public int key() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            return key(database);
        }
    }

    private int key(Connection database) throws SQLException {
        return Integer.parseInt(
                Objects.requireNonNull(Sql.value(database, TENANT, tenant.slug()), tenant::slug));
    }

    private static String table(Connection database, int tenant, int object) throws SQLException {
        return Objects.requireNonNullElse(Sql.value(database, DEDICATED, tenant, object), "record");
    }

    /** Writes all records; they were made by the tenant's administrator. */
    public void load() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            int key = key(database);
            Sql.run(database, "set synchronous_commit = off");
            UUID admin =
                    UUID.fromString(Objects.requireNonNull(Sql.value(database, ADMIN, key, key)));
            database.setAutoCommit(false);
            for (BenchObject object : BenchObject.values()) {
                CopiedRows.copy(
                        database,
                        table(database, key, objectKey(database, key, object)),
                        columns(database, key, admin, object),
                        object.records());
            }
            database.commit();
            database.setAutoCommit(true);
        }
    }

    private static List<CopiedRows.Column> columns(
            Connection database, int tenant, UUID admin, BenchObject object) throws SQLException {
        int key = objectKey(database, tenant, object);
        List<CopiedRows.Column> columns = new ArrayList<>();
        columns.add(new CopiedRows.Column("tenant", _ -> tenant));
        columns.add(new CopiedRows.Column("object", _ -> key));
        columns.add(new CopiedRows.Column("id", BenchRecord::id));
        columns.add(new CopiedRows.Column("version", _ -> 1));
        columns.add(new CopiedRows.Column("created_by", _ -> admin));
        columns.add(new CopiedRows.Column("updated_at", record -> record.value("createdAt")));
        columns.add(new CopiedRows.Column("updated_by", _ -> admin));
        if (object == BenchObject.CONTACT) {
            columns.add(
                    new CopiedRows.Column(
                            "name",
                            record -> record.text("firstName") + " " + record.text("lastName")));
        }
        Map<String, FieldHome> homes = homes(database, tenant, object);
        BenchRecord first = object.records().findFirst().orElseThrow();
        for (String field : first.values().keySet()) {
            FieldHome home =
                    Objects.requireNonNull(homes.get(field), () -> object + " lacks " + field);
            columns.add(
                    new CopiedRows.Column(
                            home.column(), record -> home.stored(record.value(field))));
        }
        return columns;
    }

    private static int objectKey(Connection database, int tenant, BenchObject object)
            throws SQLException {
        return object == BenchObject.USER
                ? USER_KEY
                : Integer.parseInt(
                        Objects.requireNonNull(
                                Sql.value(database, OBJECT_KEY, tenant, object.objectName())));
    }

    private static Map<String, FieldHome> homes(Connection database, int tenant, BenchObject object)
            throws SQLException {
        Map<String, FieldHome> homes = new LinkedHashMap<>(SYSTEM_HOMES);
        if (object == BenchObject.USER) {
            homes.putAll(USER_HOMES);
        }
        try (PreparedStatement statement = database.prepareStatement(HOMES)) {
            statement.setInt(1, tenant);
            statement.setString(2, object.objectName());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    homes.put(
                            rows.getString(1),
                            new FieldHome(rows.getString(2), Integer.parseInt(rows.getString(3))));
                }
            }
        }
        return homes;
    }

    /**
     * Inserts what a request of many new contacts left once more, by hand.
     *
     * @return records a second; empty where it left none
     */
    public OptionalDouble insertByHand() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            int key = key(database);
            int contact = objectKey(database, key, BenchObject.CONTACT);
            String left = "tenant = %d and %%s >= '%s'".formatted(key, BenchData.END);
            return new HandWrittenInsert(
                            table(database, key, contact),
                            left.formatted("created_at") + " and object = " + contact,
                            left.formatted("at"))
                    .run(database);
        }
    }

    /**
     * Takes away what write operations left, so that every one of them begins alike. The server may
     * still be busy with it, and be in the way.
     */
    public void clean() throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                cleanOnce();
                return;
            } catch (SQLException failure) {
                if (!DEADLOCK.equals(failure.getSQLState()) || attempt == MOST_ATTEMPTS) {
                    throw failure;
                }
            }
        }
    }

    private void cleanOnce() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.KITH)) {
            int key = key(database);
            String where = " where tenant = %d and at >= '%s'".formatted(key, BenchData.END);
            Sql.run(database, "delete from outbox" + where);
            Sql.run(database, "delete from history" + where);
            int contact = objectKey(database, key, BenchObject.CONTACT);
            String table = table(database, key, contact);
            Sql.run(
                    database,
                    """
                    with gone as (
                        delete from %1$s where tenant = %2$d and created_at >= '%3$s' and object = %4$d returning id
                    ), entries as (
                        delete from search_entry e using gone where e.tenant = %2$d and e.record = gone.id
                    )
                    delete from search_word w using gone where w.tenant = %2$d and w.record = gone.id\
                    """
                            .formatted(table, key, BenchData.END, contact));
            Sql.run(
                    database,
                    "vacuum %s, history, outbox, search_word, search_entry".formatted(table));
        }
    }
}
