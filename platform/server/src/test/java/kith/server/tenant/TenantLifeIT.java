package kith.server.tenant;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.registry.TenantRows;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TenantLifeIT {

    /** They come by themselves, at whatever moment. */
    private static final Set<String> JOBS = Set.of("work", "job");

    private static final String USERS = "{ users { nodes { email } } }";

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void answersAnOrderThatIsRepeatedWithTheSameTenant() {
        server.tenant("life-repeated");
        JsonNode again = order("life-repeated", "admin@life-repeated.localhost");
        assertThat(again.at("/data/provisionTenant/status").asString()).isEqualTo("ACTIVE");
        JsonNode others = order("life-repeated", "someone@else.localhost");
        assertThat(others.at("/errors/0/extensions/code").asString()).isEqualTo("TENANT_EXISTS");
    }

    @Test
    void refusesUnusableOrdersWithAllThatIsWrong() {
        JsonNode answer =
                tenants.operator(
                        """
                        mutation { provisionTenant(input: { slug: "admin", name: " ", currency: "XXXX",
                            timeZone: "Nowhere", locale: "??", admin: { email: "none", firstName: "A",
                            lastName: "B" } }) { slug } }
                        """);
        assertThat(
                        answer.path("errors")
                                .valueStream()
                                .map(error -> error.at("/extensions/code").asString()))
                .contains("TENANT_SLUG_RESERVED", "TENANT_SETTING_INVALID")
                .hasSize(6);
    }

    @Test
    void suspendsWithinASecondAndResumes() {
        String token = server.tenant("life-suspended");
        assertThat(code(tenants.data(token, USERS))).startsWith("none");

        tenants.operator("mutation { suspendTenant(slug: \"life-suspended\") { status } }");
        TestServer.await(
                "the suspension",
                Duration.ofSeconds(1),
                () -> code(tenants.data(token, USERS)).equals("TENANT_SUSPENDED"));
        TestServer.await(
                "the suspension of metadata",
                Duration.ofSeconds(1),
                () ->
                        code(server.http()
                                        .graphql(
                                                "/graphql/metadata",
                                                "{ catalog { version } }",
                                                "Authorization",
                                                TenantSteps.bearer(token)))
                                .equals("TENANT_SUSPENDED"));

        tenants.operator("mutation { resumeTenant(slug: \"life-suspended\") { status } }");
        TestServer.await(
                "the resumption",
                Duration.ofSeconds(1),
                () -> code(tenants.data(token, USERS)).startsWith("none"));
    }

    @Test
    void refusesToDestroyWithoutTheRightConfirmation() {
        server.tenant("life-kept");
        JsonNode answer =
                tenants.operator(
                        "mutation { deleteTenant(slug: \"life-kept\", confirm: \"life\") { proof } }");
        assertThat(answer.at("/errors/0/extensions/code").asString())
                .isEqualTo("TENANT_NOT_CONFIRMED");
        assertThat(code(tenants.data(server.tenant("life-kept"), USERS))).startsWith("none");
    }

    @Test
    void destroysEveryRowAndProvesIt() throws SQLException {
        String token = server.tenant("life-ended");
        server.tenant("life-kept");
        int key =
                server.part(TenantRegistry.class)
                        .find("life-ended")
                        .blockOptional()
                        .orElseThrow()
                        .tenant()
                        .key();
        assertThat(rowsOf(key, Set.of())).isPositive();
        long others = rowsOf(keyOf("life-kept"), JOBS);

        JsonNode answer =
                tenants.operator(
                        "mutation { deleteTenant(slug: \"life-ended\", confirm: \"life-ended\") { proof } }");

        assertThat(answer.at("/data/deleteTenant/proof").asString(answer.toString()))
                .startsWith("tenant life-ended\n")
                .contains("record 1\n", "identity.accounts 1\n", "identity.organizations 1\n")
                .containsPattern("sha256 [0-9a-f]{64}$");
        assertThat(rowsOf(key, Set.of())).isZero();
        assertThat(rowsOf(keyOf("life-kept"), JOBS)).isEqualTo(others);
        TestServer.await(
                "the end",
                Duration.ofSeconds(1),
                () -> !code(tenants.data(token, USERS)).startsWith("none"));
        assertThat(
                        json(tenants.data(token, USERS)).path("data").isNull()
                                || json(tenants.data(token, USERS)).path("data").isMissingNode())
                .isTrue();
    }

    @Test
    void showsOperatorsTenantsAndWhatTheyTake() {
        server.tenant("life-listed");
        JsonNode page =
                tenants.operator(
                        """
                        { tenants(first: 5, search: "LIFE-LISTED") { totalCount pageInfo { hasNextPage }
                            nodes { slug status currency usage { records storageBytes requests }
                              steps { name state } } } }
                        """);
        assertThat(page.at("/data/tenants/totalCount").asInt()).isEqualTo(1);
        JsonNode tenant = page.at("/data/tenants/nodes/0");
        assertThat(tenant.path("status").asString()).isEqualTo("ACTIVE");
        assertThat(tenant.at("/usage/records").asInt()).isEqualTo(1);
        assertThat(tenant.path("steps").valueStream().map(step -> step.path("state").asString()))
                .containsOnly("DONE");
    }

    private JsonNode order(String slug, String email) {
        return tenants.operator(
                """
                mutation { provisionTenant(input: { slug: "%s", name: "Again",
                    admin: { email: "%s", firstName: "Ada", lastName: "Admin" } }) { slug status } }
                """
                        .formatted(slug, email));
    }

    private int keyOf(String slug) {
        return server.part(TenantRegistry.class)
                .find(slug)
                .blockOptional()
                .orElseThrow()
                .tenant()
                .key();
    }

    private long rowsOf(int tenant, Set<String> without) throws SQLException {
        long rows = 0;
        try (Connection connection =
                        DriverManager.getConnection(
                                server.database().jdbcUrl(),
                                server.database().ownerUser(),
                                server.database().ownerPassword());
                Statement statement = connection.createStatement()) {
            statement.execute("set kith.tenant = '" + tenant + "'");
            List<String> tables =
                    server.part(TenantRows.class).tables().blockOptional().orElseThrow();
            for (String table : tables.stream().filter(name -> !without.contains(name)).toList()) {
                try (ResultSet count =
                        statement.executeQuery(
                                "select count(*) from " + table + " where tenant = " + tenant)) {
                    count.next();
                    rows += count.getLong(1);
                }
            }
        }
        return rows;
    }
}
