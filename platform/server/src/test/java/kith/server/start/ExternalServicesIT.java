package kith.server.start;

import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import kith.embedded.testing.TestDatabase;
import kith.embedded.testing.TestServices;
import kith.server.settings.IdentityAddress;
import kith.server.testing.HttpSteps;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExternalServicesIT {

    private static final String SLUG = "own-services";

    /** The exit code of a JVM that ended because of SIGTERM. */
    private static final int TERMINATED = 143;

    /** Even the owner sees the registry and a tenant's rows only after saying so. */
    private static final String ENTER_REGISTRY =
            """
            set kith.registry = 'on'
            """;

    private static final String ENTER_TENANT =
            """
            select set_config('kith.tenant', key::text, false) from tenant where slug = ?
            """;

    private static final String ROWS =
            """
            select count(*) from record where name = ?
            """;

    private final TestDatabase database = TestServices.freshDatabase("external");
    private final int port = KithProgram.freePort();
    private final URI url = URI.create("http://localhost:" + port);

    @TempDir private Path data;

    @Test
    void runsOnServicesOfOnesOwnAlone() throws Exception {
        try (KithProgram kith = KithProgram.start(environment())) {
            assertThat(kith.says("Kith is ready: " + url)).as("%s", kith.lines()).isTrue();

            assertThat(new HttpSteps(url).get("/actuator/health/readiness").body()).contains("UP");
            keepAShip();

            assertThat(rowsOf("Albatros")).isEqualTo(1);
            kith.terminate();
            assertThat(kith.exitCode()).as("%s", kith.lines()).isEqualTo(TERMINATED);
            assertThat(kith.lines())
                    .noneMatch(line -> line.matches(" *(PostgreSQL|Redis|Keycloak).*"));
        }
        for (String service : new String[] {"postgres", "redis", "keycloak"}) {
            assertThat(data.resolve(service)).doesNotExist();
            assertThat(data.resolve("run").resolve(service + ".pid")).doesNotExist();
        }
    }

    private void keepAShip() {
        TenantSteps tenants = TenantSteps.at(url);
        String token = tenants.provisioned(SLUG);
        assertThat(
                        json(new HttpSteps(url)
                                        .graphql(
                                                "/graphql/metadata",
                                                """
                                                mutation { createObject(input: { name: "Ship",
                                                    label: "Ship", pluralLabel: "Ships" }) { name } }
                                                """,
                                                "Authorization",
                                                TenantSteps.bearer(token)))
                                .at("/data/createObject/name")
                                .asString())
                .isEqualTo("Ship");
        String id =
                json(tenants.data(
                                token,
                                "mutation { createShip(data: { name: \"Albatros\" }) { id } }"))
                        .at("/data/createShip/id")
                        .asString();
        assertThat(
                        json(tenants.data(token, "{ ship(id: \"" + id + "\") { name } }"))
                                .at("/data/ship/name")
                                .asString())
                .isEqualTo("Albatros");
    }

    private Map<String, String> environment() {
        IdentityAddress identity = TestRealm.shared().address();
        Map<String, String> environment = new HashMap<>();
        environment.put("KITH_PORT", Integer.toString(port));
        environment.put("KITH_DATA_DIR", data.toString());
        environment.put("KITH_DATABASE_URL", database.appUrl());
        environment.put("KITH_DATABASE_OWNER_URL", database.ownerUrl());
        environment.put("KITH_REDIS_URL", TestServices.redis().url());
        environment.put("KITH_ISSUER", identity.issuer().toString());
        environment.put("KITH_IDENTITY_CLIENT_ID", identity.admin().id());
        environment.put("KITH_IDENTITY_CLIENT_SECRET", identity.admin().secret());
        environment.put("KITH_WEB_CLIENT_ID", identity.web().id());
        environment.put("KITH_WEB_CLIENT_SECRET", identity.web().secret());
        return environment;
    }

    private long rowsOf(String name) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                database.jdbcUrl(),
                                database.ownerUser(),
                                database.ownerPassword());
                Statement registry = connection.createStatement();
                PreparedStatement enter = connection.prepareStatement(ENTER_TENANT);
                PreparedStatement count = connection.prepareStatement(ROWS)) {
            registry.execute(ENTER_REGISTRY);
            enter.setString(1, SLUG);
            count.setString(1, name);
            enter.execute();
            try (ResultSet answer = count.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
