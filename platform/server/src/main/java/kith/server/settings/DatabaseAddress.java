package kith.server.settings;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A role's way into a PostgreSQL database, written {@code
 * postgresql://user:password@host:5432/kith}.
 *
 * @param options what follows the question mark, e.g. {@code sslmode=require}
 */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        String password,
        Optional<String> options) {

    private static final int DEFAULT_PORT = 5432;

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException saying what is wrong, without the password
     */
    public static DatabaseAddress parse(String text) {
        URI uri = URI.create(text);
        String login = uri.getRawUserInfo();
        if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
            throw new IllegalArgumentException("it does not begin with postgresql://");
        }
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw new IllegalArgumentException("a host and the name of a database are needed");
        }
        if (login == null || !login.contains(":")) {
            throw new IllegalArgumentException("a user and a password are needed");
        }
        int colon = login.indexOf(':');
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                uri.getPath().substring(1),
                decoded(login.substring(0, colon)),
                decoded(login.substring(colon + 1)),
                Optional.ofNullable(uri.getRawQuery()));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s%s"
                .formatted(host, port, database, options.map(text -> "?" + text).orElse(""));
    }

    /** The value of an option, e.g. {@code sslmode}. */
    public Optional<String> option(String name) {
        return options.stream()
                .flatMap(text -> Arrays.stream(text.split("&", -1)))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decoded(pair.substring(name.length() + 1)))
                .findFirst();
    }

    /** Names the place without the password. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
    }
}
