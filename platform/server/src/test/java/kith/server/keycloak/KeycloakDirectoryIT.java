package kith.server.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import kith.embedded.testing.TestKeycloak;
import kith.embedded.testing.TestServices;
import kith.server.identity.IdentityProblem;
import kith.server.settings.ClientCredentials;
import kith.server.settings.IdentityAddress;
import kith.server.tenant.IdentityDirectory.RemovedOrganization;
import kith.server.tenant.NewAccount;
import kith.server.testing.TestRealm;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class KeycloakDirectoryIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final TestKeycloak keycloak = TestServices.keycloak();
    private final TestRealm realm = TestRealm.shared();
    private final KeycloakDirectory directory = new KeycloakDirectory(realm.address());

    @Test
    void findsTheOrganizationThatItMadeBefore() {
        String made = get(directory.organization("found-again", "Found Again"));
        assertThat(get(directory.organization("found-again", "Found Again"))).isEqualTo(made);
    }

    @Test
    void doesNotTouchThePasswordOfAKnownAccount() {
        String made = get(directory.account(person("kept@tests.localhost", "first-password")));
        String found = get(directory.account(person("Kept@tests.localhost", "other-password")));
        assertThat(found).isEqualTo(made);
        assertThat(realm.token("kept@tests.localhost", "first-password", "openid")).isNotEmpty();
        assertThatThrownBy(() -> realm.token("kept@tests.localhost", "other-password", "openid"))
                .hasMessageContaining("no token");
    }

    @Test
    void letsAMemberAskForATokenOfTheOrganization() {
        String organization = get(directory.organization("has-member", "Has Member"));
        String account = get(directory.account(person("member@tests.localhost", "password")));
        run(directory.join(organization, account));
        run(directory.join(organization, account));
        assertThat(
                        realm.claims(
                                "member@tests.localhost",
                                "password",
                                "openid organization:has-member"))
                .contains("\"has-member\"")
                .contains(account);
    }

    @Test
    void removesTheAccountsThatBelongToNoOtherOrganization() {
        String leaving = get(directory.organization("leaving", "Leaving"));
        String staying = get(directory.organization("staying", "Staying"));
        String both = get(directory.account(person("both@tests.localhost", "password")));
        String one = get(directory.account(person("one@tests.localhost", "password")));
        run(directory.join(leaving, both).then(directory.join(staying, both)));
        run(directory.join(leaving, one));

        assertThat(get(directory.remove(leaving))).isEqualTo(new RemovedOrganization(1, 2, 1));

        assertThat(realm.token("both@tests.localhost", "password", "openid")).isNotEmpty();
        assertThatThrownBy(() -> realm.token("one@tests.localhost", "password", "openid"))
                .hasMessageContaining("no token");
        assertThat(get(directory.remove(leaving))).isEqualTo(RemovedOrganization.NONE);
    }

    @Test
    void namesAKeycloakThatDoesNotAnswer() {
        IdentityAddress nowhere =
                new IdentityAddress(
                        URI.create("http://127.0.0.1:1/realms/kith"),
                        "kith",
                        new ClientCredentials("web", "secret"),
                        new ClientCredentials("admin", "secret"),
                        "cli");
        KeycloakDirectory lost = new KeycloakDirectory(nowhere);
        assertThatThrownBy(() -> get(lost.organization("any", "Any")))
                .hasMessageContaining(IdentityProblem.IDENTITY_PROVIDER_UNAVAILABLE.name());
        assertThat(keycloak.baseUrl()).isNotNull();
    }

    private static NewAccount person(String email, String password) {
        return new NewAccount(email, "Per", "Son", Optional.of(password));
    }

    private static <T> T get(Mono<T> answer) {
        return answer.blockOptional(LIMIT).orElseThrow();
    }

    private static void run(Mono<Void> work) {
        work.block(LIMIT);
    }
}
