package kith.server.identity;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import kith.server.tenant.IdentityDirectory;
import kith.server.tenant.NewAccount;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestRealm;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;

class BearerIT {

    private static final String ME = "{ me { tenant { slug } user { email } } }";

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void letsAMemberIntoTheTenantOfTheToken() {
        HttpResponse<String> answer = tenants.data(server.tenant("bearer-one"), ME);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).at("/data/me/tenant/slug").asString()).isEqualTo("bearer-one");
        assertThat(json(answer).at("/data/me/user/email").asString())
                .isEqualTo("admin@bearer-one.localhost");
        assertThat(answer.headers().firstValue("X-Trace-Id")).isPresent();
    }

    @Test
    void refusesWhoShowsNothing() {
        HttpResponse<String> answer = server.http().graphql("/graphql", ME);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(code(answer)).isEqualTo("NOT_SIGNED_IN");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(json(answer).at("/errors/0/extensions/traceId").asString())
                .isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
    }

    @Test
    void refusesATokenWithAChangedPayload() {
        String[] parts = server.tenant("bearer-one").split("\\.", -1);
        byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
        payload[payload.length / 2] ^= 1;
        String forged =
                parts[0]
                        + "."
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(payload)
                        + "."
                        + parts[2];
        assertThat(code(tenants.data(forged, ME))).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void refusesATokenThatIsSignedByNobody() {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        String[] parts = server.tenant("bearer-one").split("\\.", -1);
        String unsigned =
                encoder.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8))
                        + "."
                        + parts[1]
                        + ".";
        assertThat(code(tenants.data(unsigned, ME))).isEqualTo("TOKEN_INVALID");
    }

    @Test
    void refusesATokenWithoutTenant() {
        server.tenant("bearer-one");
        String token =
                TestRealm.shared()
                        .token("admin@bearer-one.localhost", TestRealm.PASSWORD, "openid");
        assertThat(code(tenants.data(token, ME))).isEqualTo("TENANT_MISSING");
    }

    @Test
    void asksForAChoiceAmongSeveralTenants() {
        server.tenant("bearer-two");
        server.tenant("bearer-one");
        join("bearer-two", "admin@bearer-one.localhost");
        String token = tenants.token("admin@bearer-one.localhost", "*");

        assertThat(code(tenants.data(token, ME))).isEqualTo("TENANT_AMBIGUOUS");
        assertThat(code(tenants.data(token, ME, "X-Kith-Tenant", "bearer-three")))
                .isEqualTo("TENANT_NOT_GRANTED");
        assertThat(
                        json(tenants.data(token, ME, "X-Kith-Tenant", "bearer-one"))
                                .at("/data/me/tenant/slug")
                                .asString())
                .isEqualTo("bearer-one");
        assertThat(code(tenants.data(token, ME, "X-Kith-Tenant", "bearer-two")))
                .isEqualTo("USER_UNKNOWN");
    }

    @Test
    void refusesAnOrganizationThatIsNoTenant() {
        join("bearer-stranger", "stranger@tests.localhost");
        String token = tenants.token("stranger@tests.localhost", "bearer-stranger");
        assertThat(code(tenants.data(token, ME))).isEqualTo("TENANT_UNKNOWN");
    }

    @Test
    void keepsOperatorsOutOfTenantsAndMembersOutOfTheOperatorsApi() {
        String member = server.tenant("bearer-one");
        assertThat(code(tenants.data(tenants.operatorToken(), ME))).isEqualTo("TENANT_MISSING");
        assertThat(code(tenants.data(tenants.operatorToken(), ME, "X-Kith-Tenant", "bearer-one")))
                .isEqualTo("TENANT_MISSING");
        HttpResponse<String> answer =
                server.http()
                        .graphql(
                                "/graphql/operator",
                                "{ tenants { totalCount } }",
                                "Authorization",
                                TenantSteps.bearer(member));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(code(answer)).isEqualTo("OPERATOR_REQUIRED");
    }

    private void join(String organization, String email) {
        IdentityDirectory directory = server.part(IdentityDirectory.class);
        NewAccount person = new NewAccount(email, "Per", "Son", Optional.of(TestRealm.PASSWORD));
        directory
                .organization(organization, "any")
                .zipWith(directory.account(person))
                .flatMap(ids -> directory.join(ids.getT1(), ids.getT2()))
                .block();
    }
}
