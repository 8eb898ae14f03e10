package kith.embedded.testing;

import java.sql.SQLException;
import java.util.UUID;
import kith.embedded.DatabaseRole;
import kith.embedded.PostgresAddress;
import kith.embedded.PostgresSetup;

/** The PostgreSQL of a test run, with its superuser. */
public record TestPostgres(PostgresAddress address, DatabaseRole owner, DatabaseRole app) {

    public String host() {
        return address.host();
    }

    public int port() {
        return address.port();
    }

    /** An empty database; the name only helps to recognize it. */
    public TestDatabase freshDatabase(String name) {
        String database = unique(name);
        try (PostgresSetup setup = PostgresSetup.connect(address)) {
            setup.database(database, owner, app);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot create database " + database, failure);
        }
        return named(database);
    }

    /** A copy of a database to which nobody is connected: quicker than migrating again. */
    public TestDatabase copyOf(TestDatabase template, String name) {
        String database = unique(name);
        try (PostgresSetup setup = PostgresSetup.connect(address)) {
            setup.copy(template.database(), database, owner, app);
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot copy database " + template.database(), failure);
        }
        return named(database);
    }

    private static String unique(String name) {
        return name + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private TestDatabase named(String database) {
        return new TestDatabase(
                address.host(),
                address.port(),
                database,
                owner.name(),
                owner.password(),
                app.name(),
                app.password());
    }
}
