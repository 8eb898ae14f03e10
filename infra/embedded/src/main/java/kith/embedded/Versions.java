package kith.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the embedded programs, as the build names them. */
record Versions(String postgres, String redis, String keycloak) {

    static Versions ofThisBuild() {
        Properties versions = new Properties();
        try (InputStream file = Versions.class.getResourceAsStream("versions.properties")) {
            versions.load(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Versions(
                versions.getProperty("postgres"),
                versions.getProperty("redis"),
                versions.getProperty("keycloak"));
    }

    String postgresMajor() {
        return postgres.substring(0, postgres.indexOf('.'));
    }
}
