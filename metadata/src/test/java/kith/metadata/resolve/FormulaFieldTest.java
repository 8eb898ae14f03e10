package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.FieldFormula;
import kith.metadata.problem.Problem;
import org.junit.jupiter.api.Test;

class FormulaFieldTest {

    private static final String DEAL =
            """
            kind: Object
            name: Deal
            ---
            kind: Field
            object: Deal
            name: amount
            type: currency
            """;

    private static final String INDEXED =
            """
            indexed: true
            """;

    @Test
    void bindsFormulasThatReadEachOtherInWhateverOrder() {
        Field gross =
                Catalogs.of(
                                DEAL
                                        + formula("gross", "net + tax")
                                        + formula("net", "amount - 1")
                                        + formula("tax", "net * 0.19"))
                        .require("Deal")
                        .field("gross")
                        .orElseThrow();

        assertThat(gross.definition().isReadOnly()).isTrue();
        assertThat(gross.storage())
                .isInstanceOfSatisfying(
                        Storage.Computed.class,
                        computed ->
                                assertThat(((FieldFormula) computed.formula()).toString())
                                        .doesNotContain("Unbound"));
    }

    @Test
    void refusesFormulasThatReadThemselves() {
        assertThat(messages(formula("one", "two + 1") + formula("two", "one + 1")))
                .containsExactly(
                        "line 1, column 1: The formulas read each other: Deal.one, Deal.two,"
                                + " Deal.one");
    }

    @Test
    void saysWhereAFormulaIsWrong() {
        assertThat(Catalogs.problems(DEAL + formula("one", "amont + 1")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(CatalogProblem.FORMULA_REFUSED);
                    assertThat(problem.path()).endsWith("formula");
                    assertThat(problem.message())
                            .isEqualTo("line 1, column 1: Deal has no field `amont`");
                    assertThat(problem.hint()).contains("Did you mean `amount`?");
                });
    }

    @Test
    void refusesWhatTheFieldDoesNotHoldAndWhatTheDatabaseCannotCompute() {
        assertThat(messages(formula("one", "amount > 1")))
                .containsExactly("line 1, column 1: This gives a boolean, and a number is needed");
        assertThat(messages(formula("one", "sqrt(amount)")))
                .singleElement()
                .asString()
                .contains("`sqrt`");
    }

    @Test
    void refusesWhatAComputedFieldCannotBe() {
        assertThat(messages(formula("one", "amount") + "required: true\nindexed: true\n"))
                .containsExactly("A field with a formula cannot have `required`");
    }

    @Test
    void storesWhatIsIndexedAndKnowsWhatItReads() {
        Catalog catalog =
                Catalogs.of(
                        DEAL
                                + formula("net", "amount / 2")
                                + indexed("boss", "length(owner.manager.title) + net"));

        Field boss = catalog.require("Deal").field("boss").orElseThrow();
        assertThat(boss.storage()).isNotInstanceOf(Storage.Computed.class);
        assertThat(boss.isComputed()).isTrue();
        assertThat(catalog.storedFormulas())
                .singleElement()
                .satisfies(stored ->
                        assertThat(stored.watches())
                                .extracting(watch -> watch.object() + new TreeSet<>(watch.fields()))
                                .containsExactlyInAnyOrder(
                                        "Deal[amount, owner]", "User[manager]", "User[title]"));
    }

    @Test
    void computesWhatIsIndexedWhileItsColumnIsStale() {
        Catalog stored = Catalogs.of(DEAL + indexed("half", "amount / 2"));
        UUID id = stored.require("Deal").field("half").orElseThrow().id();

        Catalog stale =
                new CatalogBuilder(new OverflowAssigner(), new Catalogs.DotCompiler())
                        .restore(
                                new CatalogSource(
                                        2,
                                        stored.components(),
                                        Set.of(),
                                        CatalogSource.FIRST_OBJECT_KEY + 1,
                                        Set.of(),
                                        Map.of(),
                                        Set.of(id)));

        Field half = stale.require("Deal").field("half").orElseThrow();
        assertThat(half.storage()).isInstanceOf(Storage.Computed.class);
        assertThat(half.isStored()).isTrue();
        assertThat(stale.staleFormulas()).containsExactly(id);
        assertThat(stale.fingerprint()).isNotEqualTo(stored.fingerprint());
    }

    @Test
    void refusesToIndexWhatChangesByItself() {
        assertThat(messages(indexed("age", "year(today())")))
                .containsExactly(
                        "This formula cannot be indexed: time alone would change its values");
        assertThat(messages(indexed("last", "hour(updatedAt)")))
                .containsExactly(
                        "This formula cannot be indexed: Deal.updatedAt changes with every write");
    }

    private static List<String> messages(String fields) {
        return Catalogs.problems(DEAL + fields).stream().map(Problem::message).toList();
    }

    private static String indexed(String name, String text) {
        return formula(name, text) + INDEXED;
    }

    private static String formula(String name, String text) {
        return """
        ---
        kind: Field
        object: Deal
        name: %s
        type: number
        decimals: 2
        formula: %s
        """
                .formatted(name, text);
    }
}
