package kith.embedded.testing;

import java.nio.file.Path;
import java.util.ServiceLoader;

/**
 * The real services for tests, one of each per test run. Under {@code ./kith test} all modules
 * share the ones it started ({@code kith.test.services} names their folder); elsewhere this JVM
 * starts throw-away ones when first asked and ends them with itself.
 */
public final class TestServices {

    /** Names the folder of the shared services, or {@code containers}. */
    static final String PROPERTY = "kith.test.services";

    private static final String CONTAINERS = "containers";

    private static final ServiceSource SOURCE = source();

    private static ServiceSource source() {
        String named = System.getProperty(PROPERTY, "");
        return switch (named) {
            case "" -> OwnServices.untilExit();
            case CONTAINERS -> containers();
            default -> new SharedServices(Path.of(named));
        };
    }

    private static ServiceSource containers() {
        return ServiceLoader.load(ServiceSource.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("build with -Pcontainers"));
    }

    private TestServices() {}

    public static TestPostgres postgres() {
        return SOURCE.postgres();
    }

    /**
     * An empty database of its own; the name (letters, digits, underscores) helps to recognize it.
     */
    public static TestDatabase freshDatabase(String name) {
        return postgres().freshDatabase(name);
    }

    public static TestRedis redis() {
        return SOURCE.redis();
    }

    /** Takes about half a minute when the first test asks for it. */
    public static TestKeycloak keycloak() {
        return SOURCE.keycloak();
    }
}
