package kith.server.client;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import kith.server.testing.HttpSteps;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiClientsIT {

    private static final String ME = "{ me { tenant { slug } user { id name } } }";
    private static final String CLIENTS =
            "{ apiClients { id name clientId user active secretSince lastUsedAt } }";
    private static final String WITH_SECRET =
            "{ secret tokenEndpoint client { id name clientId user active } }";
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();
    private final String admin = server.tenant("programs");

    @Test
    void signsInWithItsSecretToItsTenantAlone() {
        JsonNode made = created(admin, "Web shop");
        HttpResponse<String> answer = tenants.data(token(made), ME);
        assertThat(json(answer).at("/data/me/tenant/slug").asString()).isEqualTo("programs");
        assertThat(json(answer).at("/data/me/user/id").asString())
                .isEqualTo(made.at("/client/user").asString());
        server.tenant("programs-other");
        assertThat(code(tenants.data(token(made), ME, "X-Kith-Tenant", "programs-other")))
                .isEqualTo("TENANT_NOT_GRANTED");
        assertThat(code(tenants.metadata(token(made), mutation("createApiClient(name: \"x\")"))))
                .isEqualTo("WRITE_FORBIDDEN");
    }

    @Test
    void showsTheSecretOnce() {
        JsonNode made = created(admin, "Once");
        assertThat(made.path("secret").asString()).hasSizeGreaterThan(40);
        assertThat(tenants.metadata(admin, CLIENTS).body())
                .contains(made.at("/client/clientId").asString())
                .doesNotContain(made.path("secret").asString());
    }

    @Test
    void takesTheNewSecretAloneAfterRotation() {
        JsonNode first = created(admin, "Rotated");
        JsonNode second = rotated(first);
        assertThat(second.path("secret")).isNotEqualTo(first.path("secret"));
        assertThat(second.at("/client/clientId")).isEqualTo(first.at("/client/clientId"));
        assertThat(signIn(first).statusCode()).isEqualTo(401);
        assertThat(code(tenants.data(token(second), ME))).startsWith("none");
    }

    @Test
    void keepsOneOutThatIsNotActiveWhateverTokenItHas() {
        JsonNode made = created(admin, "Paused");
        String token = token(made);
        assertThat(code(tenants.data(token, ME))).startsWith("none");
        activate(made, false);
        TestServer.await(
                "the refusal", SOON, () -> code(tenants.data(token, ME)).equals("USER_INACTIVE"));
        assertThat(signIn(made).statusCode()).isEqualTo(401);
        activate(made, true);
        TestServer.await(
                "the return", SOON, () -> code(tenants.data(token(made), ME)).startsWith("none"));
    }

    @Test
    void keepsADeletedOneOutForEver() {
        JsonNode made = created(admin, "Gone");
        String token = token(made);
        String deletion = "deleteApiClient(id: %s) { id }".formatted(made.at("/client/id"));
        assertThat(code(tenants.metadata(admin, "mutation { " + deletion + " }")))
                .startsWith("none");
        TestServer.await(
                "the refusal", SOON, () -> code(tenants.data(token, ME)).equals("USER_INACTIVE"));
        assertThat(signIn(made).statusCode()).isEqualTo(401);
        assertThat(tenants.metadata(admin, CLIENTS).body())
                .doesNotContain(made.at("/client/clientId").asString());
        assertThat(code(tenants.metadata(admin, "mutation { " + deletion + " }")))
                .isEqualTo("API_CLIENT_UNKNOWN");
    }

    @Test
    void isNoneOfAnotherTenantsBusiness() {
        JsonNode made = created(admin, "Private");
        String stranger = server.tenant("programs-other");
        assertThat(code(tenants.metadata(stranger, rotation(made))))
                .isEqualTo("API_CLIENT_UNKNOWN");
        assertThat(tenants.metadata(stranger, CLIENTS).body()).doesNotContain("Private");
        assertThat(signIn(made).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsWhenItWasUsedLast() {
        JsonNode made = created(admin, "Seen");
        Instant before = Instant.now().minusSeconds(1);
        tenants.data(token(made), ME);
        server.part(ClientUse.class).note().block(LIMIT);
        String used =
                json(tenants.metadata(admin, CLIENTS))
                        .at("/data/apiClients")
                        .valueStream()
                        .filter(client -> client.path("id").equals(made.at("/client/id")))
                        .map(client -> client.path("lastUsedAt").asString(""))
                        .findFirst()
                        .orElseThrow();
        assertThat(Instant.parse(used)).isAfter(before);
    }

    /** Its user is given permission sets like everybody's. */
    @Test
    void mayDoWhatItsPermissionSetsAllowAndNoMore() {
        String scoped = tenants.provisioned("programs-scoped", "northwind");
        String set =
                """
                mutation { applyMetadata(components: [{ kind: "PermissionSet", name: "Reader",
                    purpose: "profile", functions: ["api"],
                    objects: { Account: { rights: ["read", "viewAll"] } } }])
                  { catalogVersion problems { code } } }
                """;
        assertThat(json(tenants.metadata(scoped, set)).at("/data/applyMetadata/problems").isEmpty())
                .isTrue();
        JsonNode made = created(scoped, "Scoped");
        String assignment =
                """
                mutation { createPermissionAssignment(data: { user: { id: %s }, permissionSet: "Reader" }) { id } }
                """
                        .formatted(made.at("/client/user"));
        assertThat(code(tenants.data(scoped, assignment))).startsWith("none");

        String token = token(made);
        String accounts = "{ accounts(first: 1) { nodes { id name } } }";
        assertThat(code(tenants.data(token, accounts))).startsWith("none");
        for (String refused :
                new String[] {
                    "mutation { createAccount(data: { name: \"x\" }) { id } }",
                    "{ orders(first: 1) { nodes { id name freight } } }"
                }) {
            assertThat(
                            json(tenants.data(token, refused))
                                    .at("/errors/0/extensions/kind")
                                    .asString(""))
                    .as(refused)
                    .isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void goesWithItsTenant() {
        String token = server.tenant("programs-ended");
        JsonNode made = created(token, "Orphan");
        assertThat(signIn(made).statusCode()).isEqualTo(200);
        assertThat(
                        tenants.operator(
                                        """
                                        mutation { deleteTenant(slug: "programs-ended",
                                            confirm: "programs-ended") { proof } }
                                        """)
                                .at("/data/deleteTenant/proof")
                                .asString())
                .contains("identity.programs 1");
        assertThat(signIn(made).statusCode()).isEqualTo(401);
    }

    @Test
    void wantsANameThatCanBeSeen() {
        assertThat(code(tenants.metadata(admin, mutation("createApiClient(name: \" \")"))))
                .isEqualTo("API_CLIENT_NAME_INVALID");
    }

    private JsonNode created(String token, String name) {
        HttpResponse<String> answer =
                tenants.metadata(token, mutation("createApiClient(name: \"%s\")".formatted(name)));
        JsonNode made = json(answer).at("/data/createApiClient");
        assertThat(made.isObject()).as(answer.body()).isTrue();
        return made;
    }

    private JsonNode rotated(JsonNode made) {
        HttpResponse<String> answer = tenants.metadata(admin, rotation(made));
        JsonNode rotated = json(answer).at("/data/rotateApiClient");
        assertThat(rotated.isObject()).as(answer.body()).isTrue();
        return rotated;
    }

    private static String rotation(JsonNode made) {
        return mutation("rotateApiClient(id: %s)".formatted(made.at("/client/id")));
    }

    private void activate(JsonNode made, boolean active) {
        String order =
                "mutation { activateApiClient(id: %s, active: %s) { active } }"
                        .formatted(made.at("/client/id"), active);
        assertThat(
                        json(tenants.metadata(admin, order))
                                .at("/data/activateApiClient/active")
                                .asBoolean())
                .isEqualTo(active);
    }

    private static String mutation(String field) {
        return "mutation { " + field + " " + WITH_SECRET + " }";
    }

    private static String token(JsonNode made) {
        return json(signIn(made)).path("access_token").asString();
    }

    private static HttpResponse<String> signIn(JsonNode made) {
        URI endpoint = URI.create(made.path("tokenEndpoint").asString());
        return new HttpSteps(endpoint)
                .postForm(
                        endpoint.getPath(),
                        "grant_type=client_credentials&client_id=%s&client_secret=%s"
                                .formatted(
                                        made.at("/client/clientId").asString(),
                                        made.path("secret").asString()));
    }
}
