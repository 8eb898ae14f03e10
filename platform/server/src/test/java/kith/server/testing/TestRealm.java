package kith.server.testing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import kith.embedded.testing.TestKeycloak;
import kith.embedded.testing.TestServices;
import kith.server.keycloak.LocalRealm;
import kith.server.settings.ClientCredentials;
import kith.server.settings.IdentityAddress;
import kith.server.start.RealmFile;

/** The product's realm under a name of its own, in the Keycloak that all tests share. */
public final class TestRealm {

    public static final String OPERATOR = "operator@kith.localhost";
    public static final String PASSWORD = "kith-demo";

    private static final String SECRET = "secret-of-tests";

    private final TestKeycloak keycloak;
    private final String name;

    private TestRealm(TestKeycloak keycloak, String name) {
        this.keycloak = keycloak;
        this.name = name;
    }

    public static TestRealm shared() {
        return Shared.REALM;
    }

    private static TestRealm imported() {
        TestKeycloak keycloak = TestServices.keycloak();
        String name = "server-" + UUID.randomUUID().toString().substring(0, 8);
        String document = RealmFile.read();
        for (Map.Entry<String, String> value :
                RealmFile.placeholders(SECRET, SECRET, PASSWORD).entrySet()) {
            document = document.replace("${" + value.getKey() + "}", value.getValue());
        }
        keycloak.importRealm(
                document.replace("\"realm\": \"kith\"", "\"realm\": \"" + name + "\"")
                        .replace("default-roles-kith", "default-roles-" + name));
        TestRealm realm = new TestRealm(keycloak, name);
        realm.follow(URI.create("http://localhost:1"));
        return realm;
    }

    /** Lets browsers come back to a server there, and tests sign in with a password. */
    public void follow(URI publicUrl) {
        new LocalRealm(address(), keycloak.adminUser(), keycloak.adminPassword())
                .follow(publicUrl, true)
                .block();
    }

    public IdentityAddress address() {
        return new IdentityAddress(
                keycloak.issuer(name),
                IdentityAddress.AUDIENCE,
                new ClientCredentials(RealmFile.WEB_CLIENT, SECRET),
                new ClientCredentials(RealmFile.ADMIN_CLIENT, SECRET),
                IdentityAddress.CLI_CLIENT);
    }

    /** An access token by the password grant. */
    public String token(String email, String password, String scope) {
        return keycloak.passwordToken(name, IdentityAddress.CLI_CLIENT, email, password, scope);
    }

    /** The claims of such a token as JSON. */
    public String claims(String email, String password, String scope) {
        String[] parts = token(email, password, scope).split("\\.", -1);
        return new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
    }

    private static final class Shared {
        private static final TestRealm REALM = imported();
    }
}
