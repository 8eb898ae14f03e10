package kith.embedded;

import java.util.Properties;

/** Where a PostgreSQL listens and who may do everything there. */
public record PostgresAddress(String host, int port, String superuser, String superuserPassword) {

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** The form of {@code KITH_DATABASE_URL}, with the role's password in it. */
    public String url(String database, String role, String password) {
        return "postgresql://%s:%s@%s:%d/%s".formatted(role, password, host, port, database);
    }

    public String r2dbcUrl(String database) {
        return "r2dbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** Credentials of the superuser in the form that JDBC takes. */
    public Properties superuserLogin() {
        Properties login = new Properties();
        login.setProperty("user", superuser);
        login.setProperty("password", superuserPassword);
        return login;
    }
}
