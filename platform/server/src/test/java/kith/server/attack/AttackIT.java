package kith.server.attack;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.embedded.testing.TestServices;
import kith.runtime.registry.TenantRegistry;
import kith.server.tenant.IdentityDirectory;
import kith.server.tenant.Members;
import kith.server.tenant.NewAccount;
import kith.server.tenant.UserRecords;
import kith.server.testing.HttpSteps;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestRealm;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Everything that the schemas of a tenant offer, asked for by those who must not have it. What a
 * refusal is follows from the schema, so what is made tomorrow is attacked as well.
 */
class AttackIT {

    private static final String DATA = "/graphql";
    private static final String METADATA = "/graphql/metadata";
    private static final String OPERATOR = "/graphql/operator";
    private static final String SLUG = "attacked";
    private static final String STRANGERS = "attackers";
    private static final String PACKAGE = "northwind";
    private static final String UNKNOWN_ID = UUID.randomUUID().toString();
    private static final Duration SOON = Duration.ofSeconds(2);

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();
    private final HttpSteps client = server.http();
    private final String admin = tenants.provisioned(SLUG, PACKAGE);

    @Test
    void showsNobodyAnything() {
        for (String path : List.of(DATA, METADATA, OPERATOR)) {
            eachIsRefused(path, "NOT_SIGNED_IN", 401);
        }
    }

    @Test
    void takesNoForgedToken() throws ParseException, JOSEException {
        Map<String, String> forged = new ForgedTokens(admin).all();
        forged.put("another realm", TestServices.keycloak().adminToken());
        for (Map.Entry<String, String> token : forged.entrySet()) {
            for (String path : List.of(DATA, METADATA, OPERATOR)) {
                eachIsRefused(
                        path,
                        "TOKEN_INVALID",
                        401,
                        "Authorization",
                        TenantSteps.bearer(token.getValue()));
            }
        }
    }

    @Test
    void letsNoUserOfAnotherTenantIn() {
        String stranger = tenants.provisioned(STRANGERS, PACKAGE);
        for (String path : List.of(DATA, METADATA)) {
            eachIsRefused(
                    path,
                    "TENANT_NOT_GRANTED",
                    403,
                    "Authorization",
                    TenantSteps.bearer(stranger),
                    "X-Kith-Tenant",
                    SLUG);
        }
    }

    @Test
    void letsNoMemberRunTheInstallation() {
        eachIsRefused(
                OPERATOR, "OPERATOR_REQUIRED", 403, "Authorization", TenantSteps.bearer(admin));
    }

    @Test
    void letsNoOperatorIntoATenant() {
        for (String path : List.of(DATA, METADATA)) {
            eachIsRefused(
                    path,
                    "TENANT_MISSING",
                    403,
                    "Authorization",
                    TenantSteps.bearer(tenants.operatorToken()),
                    "X-Kith-Tenant",
                    SLUG);
        }
    }

    @Test
    void letsNoDeactivatedUserIn() {
        String token = member("left");
        String id =
                json(tenants.data(token, "{ me { user { id } } }"))
                        .at("/data/me/user/id")
                        .asString();
        assertThat(
                        code(
                                tenants.data(
                                        admin,
                                        "mutation { updateUser(id: \"%s\", data: { active: false }) { id } }"
                                                .formatted(id))))
                .startsWith("none");
        TestServer.await(
                "the refusal",
                SOON,
                () -> code(tenants.data(token, "{ __typename }")).equals("USER_INACTIVE"));
        for (String path : List.of(DATA, METADATA)) {
            eachIsRefused(path, "USER_INACTIVE", 403, "Authorization", TenantSteps.bearer(token));
        }
    }

    @Test
    void letsNobodyIntoASuspendedTenant() {
        String token = tenants.provisioned("attacked-asleep", PACKAGE);
        tenants.operator("mutation { suspendTenant(slug: \"attacked-asleep\") { status } }");
        TestServer.await(
                "the suspension",
                SOON,
                () -> code(tenants.data(token, "{ __typename }")).equals("TENANT_SUSPENDED"));
        for (String path : List.of(DATA, METADATA)) {
            eachIsRefused(
                    path, "TENANT_SUSPENDED", 403, "Authorization", TenantSteps.bearer(token));
        }
    }

    @Test
    void letsNoOrdinaryMemberChangeTheMetadata() {
        String token = member("ordinary");
        String before = tenants.metadata(admin, "{ catalog { version } }").body();
        for (Attempt attempt : Attempt.each(schema(METADATA), UNKNOWN_ID)) {
            if (attempt.isMutation()) {
                JsonNode answer =
                        json(sent(METADATA, attempt, "Authorization", TenantSteps.bearer(token)));
                // What a member may know of, such as which objects there are, may be said first.
                assertThat(answer.at("/errors/0/extensions/kind").asString(""))
                        .as(attempt.query())
                        .isIn("FORBIDDEN", "NOT_FOUND", "INVALID");
            }
        }
        assertThat(tenants.metadata(admin, "{ catalog { version } }").body()).isEqualTo(before);
    }

    @Test
    void findsNothingByTheIdsOfAnotherTenant() throws SQLException {
        String stranger = tenants.provisioned(STRANGERS, PACKAGE);
        Victim victim = new Victim(server, keyOf(SLUG), tenants, admin);
        int strangers = keyOf(STRANGERS);
        String before = victim.everything();
        for (String id : victim.ids()) {
            for (Attempt attempt : Attempt.eachPlaceOfAnId(schema(DATA), id)) {
                HttpResponse<String> answer =
                        sent(DATA, attempt, "Authorization", TenantSteps.bearer(stranger));
                assertThat(answer.body())
                        .as(attempt.query())
                        .doesNotContain(victim.secret(), "INTERNAL", "REQUEST_FAILED");
            }
            assertThat(victim.mentions(strangers, id)).isZero();
        }
        assertThat(victim.everything()).isEqualTo(before);
    }

    private void eachIsRefused(String path, String code, int status, String... headers) {
        List<Attempt> attempts = Attempt.each(schema(path), UNKNOWN_ID);
        assertThat(attempts).hasSizeGreaterThan(3);
        for (Attempt attempt : attempts) {
            HttpResponse<String> answer = sent(path, attempt, headers);
            assertThat(code(answer)).as("%s %s", path, attempt.query()).isEqualTo(code);
            assertThat(answer.statusCode()).as("%s %s", path, attempt.query()).isEqualTo(status);
            assertThat(json(answer).path("data").isMissingNode()).isTrue();
        }
    }

    private HttpResponse<String> sent(String path, Attempt attempt, String... headers) {
        return client.graphql(path, attempt.query(), headers);
    }

    private SchemaTypes schema(String path) {
        String token = path.equals(OPERATOR) ? tenants.operatorToken() : admin;
        return new SchemaTypes(
                json(
                        client.graphql(
                                path,
                                SchemaTypes.QUESTION,
                                "Authorization",
                                TenantSteps.bearer(token))));
    }

    /** The token of a member who is no administrator. */
    private String member(String name) {
        String email = name + "@" + SLUG + ".localhost";
        NewAccount person = new NewAccount(email, "Mem", "Ber", Optional.of(TestRealm.PASSWORD));
        Members members =
                new Members(server.part(IdentityDirectory.class), server.part(UserRecords.class));
        server.part(TenantRegistry.class)
                .find(SLUG)
                .flatMap(tenant -> members.admit(tenant, person, false))
                .block();
        return tenants.token(email, SLUG);
    }

    private int keyOf(String slug) {
        return server.part(TenantRegistry.class)
                .find(slug)
                .blockOptional()
                .orElseThrow()
                .tenant()
                .key();
    }
}
