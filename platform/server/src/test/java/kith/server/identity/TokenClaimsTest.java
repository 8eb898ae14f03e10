package kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenClaimsTest {

    @Test
    void readsOrganizationsAsAList() {
        assertThat(read(Map.of("organization", List.of("acme", "globex"))).organizations())
                .containsExactlyInAnyOrder("acme", "globex");
    }

    @Test
    void readsOrganizationsAsAnObjectByAlias() {
        assertThat(read(Map.of("organization", Map.of("acme", Map.of("id", "1")))).organizations())
                .containsExactly("acme");
    }

    @Test
    void namesNoTenantWithoutTheClaim() {
        assertThat(read(Map.of()).organizations()).isEmpty();
    }

    @Test
    void knowsOperatorsByTheirRealmRole() {
        assertThat(read(roles("platform-operator")).isOperator()).isTrue();
        assertThat(read(roles("offline_access")).isOperator()).isFalse();
    }

    @Test
    void takesNoClientRoleForAnOperators() {
        Map<String, Object> claims =
                Map.of("resource_access", Map.of("x", roles("platform-operator")));
        assertThat(read(claims).isOperator()).isFalse();
    }

    private static Map<String, Object> roles(String role) {
        return Map.of("realm_access", Map.of("roles", List.of(role)));
    }

    private static AccessToken read(Map<String, Object> claims) {
        return TokenClaims.read("subject", Instant.MAX, claims);
    }
}
