package kith.server.testing;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kith.embedded.testing.TestDatabase;
import kith.embedded.testing.TestServices;
import kith.runtime.sql.SchemaMigration;
import kith.server.assembly.ServerAssembly;
import kith.server.settings.DatabaseAddress;
import kith.server.settings.EdgeSettings;
import kith.server.settings.Installation;
import kith.server.settings.RequestPlans;
import kith.server.settings.RuleSettings;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole server on services of its own, started once for all tests of the module. */
public final class TestServer implements AutoCloseable {

    private static final Duration READY_LIMIT = Duration.ofMinutes(2);

    /** Has spent its minute after some requests. */
    public static final String SMALL_TENANT = "limits-small";

    private static final RequestPlans PLANS =
            RequestPlans.parse(
                    Map.of("plan.small.costPerMinute", "1000", "tenant." + SMALL_TENANT, "small"));

    private final Installation installation;
    private final TestDatabase database;
    private final ConfigurableApplicationContext context;
    private final Map<String, String> tokens;

    private TestServer(
            Installation installation, TestDatabase database, Map<String, String> tokens) {
        this.installation = installation;
        this.database = database;
        this.tokens = tokens;
        this.context = ServerAssembly.start(installation);
    }

    public static TestServer shared() {
        return Shared.SERVER;
    }

    private static TestServer started() {
        TestDatabase database = TestServices.freshDatabase("server");
        SchemaMigration.run(
                database.jdbcUrl(),
                database.ownerUser(),
                database.ownerPassword(),
                database.appUser());
        int port = freePort();
        URI publicUrl = URI.create("http://localhost:" + port);
        TestRealm.shared().follow(publicUrl);
        Installation installation =
                new Installation(
                        database.database(),
                        "127.0.0.1",
                        port,
                        publicUrl,
                        DatabaseAddress.parse(database.appUrl()),
                        URI.create(TestServices.redis().url()),
                        TestRealm.shared().address(),
                        "test",
                        RuleSettings.standard(),
                        new EdgeSettings(Set.of(), PLANS));
        return new TestServer(installation, database, new ConcurrentHashMap<>());
    }

    /**
     * Another node of the same installation, with a way of its own to Redis. The identity provider
     * sends browsers to the first node, whichever they began at.
     */
    public TestServer node(URI redis) {
        Installation other =
                new Installation(
                        installation.id(),
                        installation.host(),
                        freePort(),
                        installation.publicUrl(),
                        installation.database(),
                        redis,
                        installation.identity(),
                        installation.version(),
                        installation.rules(),
                        installation.edge());
        return new TestServer(other, database, tokens);
    }

    /** Stops this node. */
    @Override
    public void close() {
        context.close();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new IllegalStateException("no port is free", failure);
        }
    }

    public URI url() {
        return URI.create("http://localhost:" + installation.port());
    }

    public Installation installation() {
        return installation;
    }

    /** For looking at the rows themselves. */
    public TestDatabase database() {
        return database;
    }

    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** All parts of a kind. */
    public <T> Collection<T> parts(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public HttpSteps http() {
        return new HttpSteps(url());
    }

    /** An active tenant without packages, and its administrator's token. */
    public String tenant(String slug) {
        return tenants().provisioned(slug);
    }

    public TenantSteps tenants() {
        return new TenantSteps(url(), tokens);
    }

    /** Runs a condition again and again until it holds. */
    public static void await(
            String what, Duration limit, java.util.function.BooleanSupplier holds) {
        long end = System.nanoTime() + limit.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not happen within " + limit);
            }
            Thread.onSpinWait();
        }
    }

    public static Duration readyLimit() {
        return READY_LIMIT;
    }

    private static final class Shared {
        private static final TestServer SERVER = started();
    }
}
