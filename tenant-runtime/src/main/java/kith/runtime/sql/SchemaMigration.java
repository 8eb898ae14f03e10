package kith.runtime.sql;

import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings the shared tables to the current version, as their owner. */
public final class SchemaMigration {

    private SchemaMigration() {}

    /**
     * Blocks until the tables are current; repeating it changes nothing.
     *
     * @param appRole the application's role, which is granted what it needs
     */
    public static void run(String jdbcUrl, String owner, String password, String appRole) {
        Flyway.configure()
                .dataSource(jdbcUrl, owner, password)
                .locations("classpath:kith/migration")
                .placeholders(Map.of("appRole", appRole))
                // Migrations that are made side by side do not depend on each other; a database
                // that had the later one first gets the earlier one as well.
                .outOfOrder(true)
                .load()
                .migrate();
    }
}
