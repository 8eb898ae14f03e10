package kith.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import org.junit.jupiter.api.Test;

class TenantChoiceTest {

    @Test
    void takesTheOnlyTenantOfTheToken() {
        assertThat(TenantChoice.of(token("acme"), Optional.empty())).isEqualTo("acme");
    }

    @Test
    void takesTheChosenOneOfSeveral() {
        assertThat(TenantChoice.of(token("acme", "globex"), Optional.of("globex")))
                .isEqualTo("globex");
    }

    @Test
    void refusesATokenWithoutTenantEvenIfTheHeaderNamesOne() {
        assertThat(refusal(token(), Optional.of("acme"))).isEqualTo(IdentityProblem.TENANT_MISSING);
    }

    @Test
    void refusesSeveralTenantsWithoutAChoice() {
        assertThat(refusal(token("acme", "globex"), Optional.empty()))
                .isEqualTo(IdentityProblem.TENANT_AMBIGUOUS);
    }

    @Test
    void refusesATenantThatTheTokenDoesNotName() {
        assertThat(refusal(token("acme"), Optional.of("globex")))
                .isEqualTo(IdentityProblem.TENANT_NOT_GRANTED);
    }

    private static ProblemCode refusal(AccessToken token, Optional<String> header) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> TenantChoice.of(token, header))
                .actual()
                .problems()
                .getFirst()
                .code();
    }

    private static AccessToken token(String... organizations) {
        return new AccessToken(
                "subject",
                Set.of(organizations),
                false,
                Optional.empty(),
                Optional.empty(),
                Instant.MAX);
    }
}
