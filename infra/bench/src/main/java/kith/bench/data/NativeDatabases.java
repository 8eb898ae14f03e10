package kith.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The databases of the other products: a table an object, with the indexes that fit. */
public final class NativeDatabases {

    private static final Map<String, String> COLUMNS =
            Map.of(
                    "owner", "owner_id",
                    "account", "account_id",
                    "contact", "contact_id",
                    "createdAt", "created");

    /** Activities have neither: their name is their subject, their time the moment they are at. */
    private static final Map<String, String> ACTIVITY_COLUMNS = Map.of("name", "subject");

    private final DatabaseServer server;

    public NativeDatabases(DatabaseServer server) {
        this.server = server;
    }

    public boolean exist() throws SQLException {
        try (Connection postgres = server.connect("postgres")) {
            return Sql.value(
                            postgres,
                            "select 1 from pg_database where datname = ?",
                            DatabaseServer.DIRECTUS)
                    != null;
        }
    }

    /** Whether Directus has made its own tables already. */
    public boolean isKnownToDirectus() throws SQLException {
        try (Connection database = server.connect(DatabaseServer.DIRECTUS)) {
            return Sql.value(database, "select 1 from pg_class where relname = 'directus_activity'")
                    != null;
        }
    }

    /** Lets the role in, by the password of this run. */
    public void admit() throws SQLException {
        try (Connection postgres = server.connect("postgres")) {
            Sql.run(
                    postgres,
                    "alter role %s password '%s'"
                            .formatted(DatabaseServer.ROLE, server.rolePassword()));
        }
    }

    /** Makes the role and both databases, the second one as a copy of the first. */
    public void create() throws SQLException {
        try (Connection postgres = server.connect("postgres")) {
            Sql.run(postgres, "drop database if exists " + DatabaseServer.NATIVE);
            Sql.run(postgres, "drop role if exists " + DatabaseServer.ROLE);
            Sql.run(
                    postgres,
                    "create role %s login password '%s'"
                            .formatted(DatabaseServer.ROLE, server.rolePassword()));
            Sql.run(
                    postgres,
                    "create database %s owner %s"
                            .formatted(DatabaseServer.NATIVE, DatabaseServer.ROLE));
        }
        try (Connection database = server.connect(DatabaseServer.NATIVE)) {
            Sql.run(database, "grant all on schema public to " + DatabaseServer.ROLE);
            Sql.run(database, "set role " + DatabaseServer.ROLE);
            Sql.run(database, "set synchronous_commit = off");
            Sql.run(database, ResourceText.read("native-tables.sql"));
            for (BenchObject object : BenchObject.values()) {
                CopiedRows.copy(database, object.table(), columns(object), object.records());
            }
            Sql.run(database, ResourceText.read("native-indexes.sql"));
            Sql.run(database, "vacuum (analyze)");
        }
        try (Connection postgres = server.connect("postgres")) {
            Sql.run(
                    postgres,
                    "create database %s template %s owner %s"
                            .formatted(
                                    DatabaseServer.DIRECTUS,
                                    DatabaseServer.NATIVE,
                                    DatabaseServer.ROLE));
        }
        try (Connection database = server.connect(DatabaseServer.DIRECTUS)) {
            Sql.run(database, "vacuum (analyze)");
        }
    }

    private static List<CopiedRows.Column> columns(BenchObject object) {
        List<CopiedRows.Column> columns = new ArrayList<>();
        columns.add(new CopiedRows.Column("id", BenchRecord::id));
        BenchRecord first = object.records().findFirst().orElseThrow();
        for (String field : first.values().keySet()) {
            String column = column(object, field);
            if (column != null) {
                columns.add(new CopiedRows.Column(column, record -> record.value(field)));
            }
        }
        return columns;
    }

    private static @Nullable String column(BenchObject object, String field) {
        if (field.equals("createdAt")
                && (object == BenchObject.ACTIVITY || object == BenchObject.USER)) {
            return null;
        }
        if (object == BenchObject.ACTIVITY && ACTIVITY_COLUMNS.containsKey(field)) {
            return ACTIVITY_COLUMNS.get(field);
        }
        return COLUMNS.getOrDefault(field, snake(field));
    }

    private static String snake(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(java.util.Locale.ROOT);
    }

    /** Takes away what write operations left, so that every one of them begins alike. */
    public void clean(String database) throws SQLException {
        try (Connection connection = server.connect(database)) {
            Sql.run(connection, "delete from contact where created >= '" + BenchData.END + "'");
            if (database.equals(DatabaseServer.DIRECTUS)) {
                Sql.run(connection, "truncate directus_activity, directus_revisions");
            }
            Sql.run(connection, "vacuum contact");
        }
    }
}
