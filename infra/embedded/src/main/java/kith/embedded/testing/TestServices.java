package kith.embedded.testing;

/**
 * The real services for tests, one of each per test run. Under {@code ./kith test} all modules
 * share the ones it started ({@code kith.test.services} names their folder); elsewhere this JVM
 * starts throw-away ones when first asked and ends them with itself.
 */
public final class TestServices {

    private static final ServiceSource SOURCE = OwnServices.untilExit();

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
}
