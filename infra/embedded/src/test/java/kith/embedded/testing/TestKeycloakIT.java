package kith.embedded.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TestKeycloakIT {

    @Test
    void signsInAUserOfAnImportedRealm() {
        TestKeycloak keycloak = TestServices.keycloak();
        String realm = "test-" + UUID.randomUUID();

        keycloak.importRealm(
                """
                {
                  "realm": "%s",
                  "enabled": true,
                  "users": [{
                    "username": "nancy", "enabled": true, "email": "nancy@northwind.localhost",
                    "firstName": "Nancy", "lastName": "Davolio",
                    "credentials": [{"type": "password", "value": "kith-demo"}]
                  }]
                }
                """
                        .formatted(realm));

        assertThat(keycloak.passwordToken(realm, "admin-cli", "nancy", "kith-demo", "openid"))
                .isNotBlank();
        assertThatThrownBy(
                        () -> keycloak.passwordToken(realm, "admin-cli", "nancy", "no", "openid"))
                .hasMessageContaining("invalid_grant");
    }
}
