package kith.server.start;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import kith.embedded.DataDirectory;
import kith.embedded.DatabaseRole;
import kith.embedded.Durability;
import kith.embedded.Embeddable;
import kith.embedded.EmbeddedServices;
import kith.embedded.EmbeddedSettings;
import kith.embedded.KeycloakSettings;
import kith.embedded.PostgresProcess;
import kith.embedded.Secrets;
import kith.server.keycloak.LocalRealm;
import kith.server.settings.ClientCredentials;
import kith.server.settings.DatabaseAddress;
import kith.server.settings.IdentityAddress;
import kith.server.settings.Settings;

/** The services behind the server: configured ones as they are, the others embedded. */
final class LocalServices implements AutoCloseable {

    /** What demo users sign in with; known to everybody, so there are none beyond this machine. */
    static final String DEMO_PASSWORD = "kith-demo";

    private static final String DATABASE = "kith";

    private final Settings settings;
    private final DataDirectory data;
    private final EmbeddedServices embedded;

    private LocalServices(Settings settings, DataDirectory data, EmbeddedServices embedded) {
        this.settings = settings;
        this.data = data;
        this.embedded = embedded;
    }

    /** Begins to start what is not configured. */
    static LocalServices start(Settings settings, DataDirectory data, Progress progress) {
        return new LocalServices(
                settings,
                data,
                EmbeddedServices.start(
                        data,
                        new EmbeddedSettings(
                                missing(settings), Durability.DURABLE, keycloak(settings, data)),
                        progress));
    }

    private static Set<Embeddable> missing(Settings settings) {
        Set<Embeddable> missing = EnumSet.noneOf(Embeddable.class);
        if (settings.database().isEmpty()) {
            missing.add(Embeddable.POSTGRES);
        }
        if (settings.redis().isEmpty()) {
            missing.add(Embeddable.REDIS);
        }
        if (settings.issuer().isEmpty()) {
            missing.add(Embeddable.KEYCLOAK);
        }
        return missing;
    }

    private static KeycloakSettings keycloak(Settings settings, DataDirectory data) {
        if (settings.issuer().isPresent()) {
            return KeycloakSettings.bare();
        }
        Secrets secrets = data.secrets();
        String operatorPassword = settings.isLoopback() ? DEMO_PASSWORD : secrets.get("operator");
        return new KeycloakSettings(
                0,
                Optional.of(RealmFile.read()),
                RealmFile.placeholders(
                        secrets.get(RealmFile.WEB_CLIENT),
                        secrets.get(RealmFile.ADMIN_CLIENT),
                        operatorPassword),
                Optional.of(SignInTheme.read()));
    }

    /** The application's role; waits for an embedded database. */
    DatabaseAddress database() {
        return settings.database()
                .orElseGet(() -> address(embedded.postgres(), embedded.postgres().app()));
    }

    /** The role that migrates; empty where only the application's role is configured. */
    Optional<DatabaseAddress> databaseOwner() {
        return settings.database().isPresent()
                ? settings.databaseOwner()
                : Optional.of(address(embedded.postgres(), embedded.postgres().owner()));
    }

    private static DatabaseAddress address(PostgresProcess postgres, DatabaseRole role) {
        return new DatabaseAddress(
                postgres.address().host(),
                postgres.address().port(),
                DATABASE,
                role.name(),
                role.password(),
                Optional.empty());
    }

    /** Waits for an embedded Redis. */
    URI redis() {
        return settings.redis().orElseGet(() -> URI.create(embedded.redis().url()));
    }

    /** Known before an embedded Keycloak answers. */
    IdentityAddress identity() {
        return settings.issuer().map(this::configuredIdentity).orElseGet(this::embeddedIdentity);
    }

    private IdentityAddress configuredIdentity(URI issuer) {
        return new IdentityAddress(
                issuer,
                IdentityAddress.AUDIENCE,
                settings.webClient().orElseThrow(),
                settings.identityClient().orElseThrow(),
                IdentityAddress.CLI_CLIENT);
    }

    private IdentityAddress embeddedIdentity() {
        return new IdentityAddress(
                URI.create(embedded.keycloakUrl() + "/realms/" + RealmFile.REALM),
                IdentityAddress.AUDIENCE,
                client(RealmFile.WEB_CLIENT),
                client(RealmFile.ADMIN_CLIENT),
                IdentityAddress.CLI_CLIENT);
    }

    private ClientCredentials client(String id) {
        return new ClientCredentials(id, data.secrets().get(id));
    }

    boolean hasEmbeddedIdentity() {
        return settings.issuer().isEmpty();
    }

    /** Demo users exist only where nobody else can reach them. */
    boolean isDemo() {
        return hasEmbeddedIdentity() && settings.isLoopback();
    }

    /** The realm of the embedded Keycloak; waits for it. */
    LocalRealm localRealm(IdentityAddress identity) {
        return new LocalRealm(
                identity, embedded.keycloak().adminUser(), embedded.keycloak().adminPassword());
    }

    /** Exists once the demo has been set up, so that it is set up only once. */
    Path demoMark() {
        return data.root().resolve("demo");
    }

    boolean needsDemo() {
        return isDemo() && !Files.exists(demoMark());
    }

    @Override
    public void close() {
        embedded.close();
    }
}
