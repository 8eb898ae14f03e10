package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final String ACCOUNT = "{kind: Object, name: Account, key: 2001}\n---\n";
    private static final String DEAL = "{kind: Object, name: Deal, key: 2002}\n---\n";
    private static final String STAGE =
            "{kind: Field, object: Deal, name: stage, type: picklist, values: [a, b], storage: more_1}\n";

    @Test
    void isEqualForEqualContentWhateverItsOrder() {
        assertThat(Catalogs.of(ACCOUNT + DEAL + STAGE).fingerprint())
                .hasSize(64)
                .isEqualTo(Catalogs.of(DEAL + ACCOUNT + STAGE).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: Field, object: Deal, name: phase, type: picklist, values: [a, b], storage: more_1}",
                "{kind: Field, object: Deal, name: stage, type: picklist, values: [b, a], storage: more_1}",
                "{kind: Field, object: Deal, name: stage, type: picklist, values: [a, b], storage: more_2}",
                "{kind: Field, object: Deal, name: stage, type: picklist, values: [a, b], label: X, storage: more_1}",
                "{kind: Field, object: Deal, name: stage, type: picklist, values: [a, b], required: true, storage: more_1}"
            })
    void differsWhereTheContentDoes(String other) {
        assertThat(Catalogs.of(ACCOUNT + DEAL + other).fingerprint())
                .isNotEqualTo(Catalogs.of(ACCOUNT + DEAL + STAGE).fingerprint());
    }

    @Test
    void differsForAnotherKeyOrScript() {
        String rule = "---\n{kind: Rule, object: Deal, name: r, on: [BEFORE_CREATE], script: %s}";

        assertThat(Catalogs.of(DEAL.replace("2002", "2003")).fingerprint())
                .isNotEqualTo(Catalogs.of(DEAL).fingerprint());
        assertThat(Catalogs.of(DEAL + rule.formatted("a")).fingerprint())
                .isNotEqualTo(Catalogs.of(DEAL + rule.formatted("b")).fingerprint());
    }
}
