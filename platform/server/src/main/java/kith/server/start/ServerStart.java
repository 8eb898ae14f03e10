package kith.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import kith.embedded.DataDirectory;
import kith.server.assembly.ServerAssembly;
import kith.server.keycloak.LocalRealm;
import kith.server.settings.DatabaseAddress;
import kith.server.settings.Installation;
import kith.server.settings.Settings;
import kith.server.tenant.DemoTenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts everything in the order in which it is needed; what does not need each other starts side
 * by side, since Keycloak takes longer than all else together.
 */
public final class ServerStart {

    private static final Duration REALM_LIMIT = Duration.ofSeconds(30);
    private static final Duration DEMO_LIMIT = Duration.ofMinutes(5);

    private final Progress progress;
    private final Shutdown shutdown;
    private final Settings settings;
    private final LocalServices services;

    private ServerStart(
            Progress progress, Shutdown shutdown, Settings settings, LocalServices services) {
        this.progress = progress;
        this.shutdown = shutdown;
        this.settings = settings;
        this.services = services;
    }

    /** Starts the server; false when it could not, after saying why. */
    public static boolean run(Map<String, String> environment) {
        Progress progress = new Progress();
        Shutdown shutdown = Shutdown.onExit();
        try {
            start(progress, shutdown, new SettingsReader(environment).read());
            return true;
        } catch (RuntimeException failure) {
            if (!shutdown.hasBegun()) {
                shutdown.stopAll();
                progress.failed(failure);
            }
            // The console has been told; the whole of it is for the file.
            log().info("The start did not come to its end", failure);
            return false;
        }
    }

    private static void start(Progress progress, Shutdown shutdown, Settings settings) {
        ServerPort.requireFree(settings);
        DataDirectory data = DataDirectory.open(settings.dataDirectory());
        LogFile.open(data.root());
        progress.say("Kith " + version() + " starts; its data is in " + data.root());
        LocalServices services =
                shutdown.starting(() -> LocalServices.start(settings, data, progress));
        new ServerStart(progress, shutdown, settings, services).startServer();
    }

    private void startServer() {
        DatabaseAddress database = services.database();
        progress.timed("Tables", () -> prepared(database));
        settings.redis().ifPresent(OtherServices::requireRedis);
        settings.issuer().ifPresent(OtherServices::requireIssuer);
        Installation installation =
                new Installation(
                        InstallationId.of(database, services.identity().issuer()),
                        settings.host(),
                        settings.port(),
                        settings.publicUrl(),
                        database,
                        services.redis(),
                        services.identity(),
                        version(),
                        settings.rules(),
                        settings.edge());
        ConfigurableApplicationContext server =
                progress.timed("Server", () -> serving(installation));
        shutdown.starting(() -> server);
        finish(installation, server);
        progress.say("Kith is ready: " + settings.publicUrl());
    }

    private boolean prepared(DatabaseAddress database) {
        DatabaseStart.prepare(database, services.databaseOwner());
        return true;
    }

    private ConfigurableApplicationContext serving(Installation installation) {
        try {
            return ServerAssembly.start(installation);
        } catch (PortInUseException failure) {
            throw ServerPort.taken(settings.port(), failure);
        }
    }

    private void finish(Installation installation, ConfigurableApplicationContext server) {
        if (services.hasEmbeddedIdentity()) {
            followAddress(installation);
        }
        if (services.needsDemo()) {
            progress.timed("Demo tenant northwind", () -> demo(server));
        }
    }

    private void followAddress(Installation installation) {
        LocalRealm realm = services.localRealm(installation.identity());
        realm.follow(installation.publicUrl(), services.isDemo())
                .then(realm.wear(SignInTheme.NAME))
                .block(REALM_LIMIT);
    }

    private boolean demo(ConfigurableApplicationContext server) {
        server.getBean(DemoTenant.class).set(LocalServices.DEMO_PASSWORD).block(DEMO_LIMIT);
        try {
            Files.writeString(services.demoMark(), "The demo has been set up.\n");
            return true;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String version() {
        return Objects.requireNonNullElse(
                ServerStart.class.getPackage().getImplementationVersion(), "development");
    }

    private static Logger log() {
        return LoggerFactory.getLogger(ServerStart.class);
    }
}
