package kith.bench.data;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** How many statements a role has run in a database, as PostgreSQL counts them. */
public final class StatementCounts {

    private static final String EXTENSION =
            """
            create extension if not exists pg_stat_statements
            """;
    private static final String RESET =
            """
            select count(*) from (select pg_stat_statements_reset()) done
            """;
    private static final String COUNT =
            """
            select coalesce(sum(s.calls), 0)
            from pg_stat_statements s
            join pg_database d on d.oid = s.dbid
            join pg_roles r on r.oid = s.userid
            where d.datname = ? and r.rolname = ?
            """;

    private final DatabaseServer server;

    public StatementCounts(DatabaseServer server) {
        this.server = server;
    }

    /** Begins at zero. */
    public void reset() throws SQLException {
        try (Connection postgres = server.connect("postgres")) {
            Sql.run(postgres, EXTENSION);
            Sql.value(postgres, RESET);
        }
    }

    public long of(String database, String role) throws SQLException {
        try (Connection postgres = server.connect("postgres")) {
            return Long.parseLong(
                    Objects.requireNonNull(Sql.value(postgres, COUNT, database, role)));
        }
    }
}
