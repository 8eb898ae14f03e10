package kith.metadata.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.RollUp;
import kith.metadata.problem.Problem;
import org.junit.jupiter.api.Test;

class RollUpFieldTest {

    private static final String SALES =
            """
            kind: Object
            name: Account
            ---
            kind: Object
            name: Deal
            ---
            {kind: Field, object: Deal, name: account, type: lookup, target: Account}
            ---
            {kind: Field, object: Deal, name: amount, type: currency}
            ---
            {kind: Field, object: Deal, name: mass, type: number, digits: 38, decimals: 4}
            ---
            {kind: Field, object: Deal, name: closeDate, type: date}
            ---
            {kind: Field, object: Deal, name: net, type: currency, formula: amount * 0.81}
            ---
            {kind: Field, object: Deal, name: age, type: number, formula: today() - closeDate}
            ---
            {kind: Field, object: Deal, name: place, type: text, formula: account.name}
            """;

    @Test
    void knowsWhichFieldsDecideTheResult() {
        Catalog catalog =
                Catalogs.of(
                        SALES
                                + rollUp(
                                        "total",
                                        "currency",
                                        "function: sum, of: net, where: 'closeDate > date(2026, 1, 1)'"));

        RollUp rollUp = catalog.rollUpsOver(catalog.require("Deal")).getFirst();

        assertThat(rollUp.inputs()).containsExactlyInAnyOrder("account", "amount", "closeDate");
        assertThat(rollUp.field().definition().isReadOnly()).isTrue();
        assertThat(catalog.rollUpsOver(catalog.require("Account"))).isEmpty();
    }

    @Test
    void saysWhatIsNotThere() {
        assertThat(Catalogs.problems(SALES + rollUp("one", "currency", "function: sum, of: amont")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(CatalogProblem.ROLL_UP_REFUSED);
                    assertThat(problem.path()).endsWith("rollUp", "of");
                    assertThat(problem.message()).isEqualTo("Deal has no field `amont`");
                    assertThat(problem.hint()).contains("Did you mean `amount`?");
                });
        assertThat(messages("number", "function: count, where: amount > 'x'"))
                .singleElement()
                .asString()
                .startsWith("line 1, column");
        assertThat(
                        Catalogs.problems(
                                SALES
                                        + "---\n{kind: Field, object: Account, name: one, type: number, rollUp: {object: Deel, through: account, function: count}}\n"))
                .extracting(Problem::message)
                .containsExactly("There is no object `Deel`");
    }

    @Test
    void refusesWhatTheFieldCannotHold() {
        assertThat(messages("currency", "function: count"))
                .containsExactly("A field of type currency cannot hold `count` of records");
        assertThat(messages("date", "function: min, of: amount"))
                .containsExactly(
                        "A field of type date cannot hold `min` of `amount`, which is of type currency");
        assertThat(messages("number", "function: sum, of: amount"))
                .containsExactly("`amount` has more digits than one has room for");
        assertThat(messages("number", "function: sum")).containsExactly("`of` is missing");
        assertThat(messages("number", "function: count, of: amount"))
                .containsExactly("Records are counted, not a field of theirs");
    }

    @Test
    void refusesWhatChangesWithoutAWriteOfTheRecord() {
        assertThat(messages("number", "function: max, of: age"))
                .containsExactly("A roll-up cannot follow this: time alone would change it");
        assertThat(messages("number", "function: count, where: place == 'Bonn'"))
                .containsExactly(
                        "line 1, column 1: A roll-up cannot follow this: it would change with other records");
        assertThat(messages("dateTime", "function: max, of: updatedAt"))
                .containsExactly(
                        "A roll-up cannot follow this: Deal.updatedAt is kept by the platform");
        assertThat(messages("dateTime", "function: min, of: createdAt")).isEmpty();
    }

    @Test
    void refusesRollUpsOfRollUps() {
        String another =
                """
                ---
                kind: Object
                name: Region
                ---
                {kind: Field, object: Account, name: region, type: lookup, target: Region}
                ---
                {kind: Field, object: Region, name: all, type: number, rollUp: {object: Account, through: region, function: sum, of: one}}
                """;

        assertThat(Catalogs.problems(SALES + rollUp("one", "number", "function: count") + another))
                .extracting(Problem::message)
                .containsExactly(
                        "A roll-up cannot follow this: Account.one is kept by the platform");
    }

    @Test
    void goesAlongReferencesThatLeadToItsObject() {
        String wrong =
                "---\n{kind: Field, object: Account, name: one, type: number, rollUp: {object: Deal, through: owner, function: count}}\n";

        assertThat(Catalogs.problems(SALES + wrong))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).endsWith("rollUp", "through");
                    assertThat(problem.message())
                            .isEqualTo("`owner` of Deal does not point to Account");
                });
    }

    @Test
    void refusesWhatOnlyGivenValuesCanBe() {
        assertThat(
                        Catalogs.problems(
                                SALES
                                        + "---\n{kind: Field, object: Account, name: one, type: number, required: true, unique: true, default: 1, rollUp: {object: Deal, through: account, function: count}}\n"))
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "A field with a roll-up cannot have `required`",
                        "A field with a roll-up cannot have `unique`",
                        "A field with a roll-up cannot have `default`");
    }

    private static List<String> messages(String type, String options) {
        return Catalogs.problems(SALES + rollUp("one", type, options)).stream()
                .map(Problem::message)
                .toList();
    }

    private static String rollUp(String name, String type, String options) {
        return "---\n{kind: Field, object: Account, name: %s, type: %s, rollUp: {object: Deal, through: account, %s}}\n"
                .formatted(name, type, options);
    }
}
