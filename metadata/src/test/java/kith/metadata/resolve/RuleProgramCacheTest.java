package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RuleProgramCacheTest {

    private static final String DEALS =
            """
            {kind: Object, name: Deal}
            ---
            {kind: Field, object: Deal, name: amount, type: %s}
            ---
            {kind: Field, object: Deal, name: stage, type: text}
            ---
            {kind: Rule, object: Deal, name: first, on: [BEFORE_CREATE], script: record.amount}
            ---
            {kind: Rule, object: Deal, name: second, on: [BEFORE_CREATE], script: record.%s}
            """;

    private final Catalogs.DotCompiler compiler = new Catalogs.DotCompiler();
    private final CatalogBuilder builder = new CatalogBuilder(new OverflowAssigner(), compiler);

    @Test
    void compilesOnlyRulesWhoseInputsChanged() {
        resolve(DEALS.formatted("number", "stage"));
        resolve(DEALS.formatted("number", "stage"));
        assertThat(compiler.compiled()).containsExactly("first", "second");

        resolve(DEALS.formatted("currency", "stage"));
        assertThat(compiler.compiled()).containsExactly("first", "second", "first");

        resolve(DEALS.formatted("currency", "name"));
        assertThat(compiler.compiled()).containsExactly("first", "second", "first", "second");
    }

    @Test
    void compilesARuleAgainWhenItsFieldIsGone() {
        resolve(DEALS.formatted("number", "stage"));

        Resolution resolution =
                builder.resolve(
                        CatalogSource.of(
                                Catalogs.components(
                                        DEALS.formatted("number", "stage")
                                                .replace("name: stage", "name: phase"))));

        assertThat(resolution).isInstanceOf(Resolution.Refused.class);
    }

    private void resolve(String yaml) {
        assertThat(builder.resolve(CatalogSource.of(Catalogs.components(yaml))))
                .isInstanceOf(Resolution.Resolved.class);
    }
}
