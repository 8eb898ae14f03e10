package kith.embedded.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import kith.embedded.DatabaseRole;
import kith.embedded.PostgresAddress;
import kith.embedded.PropertiesFile;
import kith.embedded.ServicesMain;
import kith.embedded.Waiting;

/**
 * Services that {@link ServicesMain} runs for all test JVMs: each announces itself by a file in an
 * agreed folder once it is ready.
 */
record SharedServices(Path folder) implements ServiceSource {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    @Override
    public TestPostgres postgres() {
        Properties told = announced(ServicesMain.POSTGRES);
        return new TestPostgres(
                new PostgresAddress(
                        told.getProperty("host"),
                        Integer.parseInt(told.getProperty("port")),
                        told.getProperty("superuser"),
                        told.getProperty("superuserPassword")),
                new DatabaseRole(told.getProperty("owner"), told.getProperty("ownerPassword")),
                new DatabaseRole(told.getProperty("app"), told.getProperty("appPassword")));
    }

    @Override
    public TestRedis redis() {
        Properties told = announced(ServicesMain.REDIS);
        return new TestRedis(
                told.getProperty("host"),
                Integer.parseInt(told.getProperty("port")),
                told.getProperty("password"));
    }

    @Override
    public TestKeycloak keycloak() {
        Properties told = announced(ServicesMain.KEYCLOAK);
        return new TestKeycloak(
                URI.create(told.getProperty("baseUrl")),
                told.getProperty("adminUser"),
                told.getProperty("adminPassword"));
    }

    private Properties announced(String service) {
        Path file = folder.resolve(service);
        Path problem = folder.resolve(ServicesMain.PROBLEM);
        Waiting.until(() -> Files.exists(file) || Files.exists(problem), LIMIT);
        if (!Files.exists(file)) {
            throw new IllegalStateException(
                    "the shared services did not come: "
                            + PropertiesFile.read(problem).getProperty("message", "no answer"));
        }
        return PropertiesFile.read(file);
    }
}
