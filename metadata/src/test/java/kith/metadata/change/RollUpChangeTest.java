package kith.metadata.change;

import static kith.metadata.change.Planning.rename;
import static org.assertj.core.api.Assertions.assertThat;

import kith.metadata.ComponentRef;
import org.junit.jupiter.api.Test;

/** Roll-ups and the changes of what they sum up. */
class RollUpChangeTest {

    private static final String SALES =
            """
            kind: Object
            name: Account
            ---
            {kind: Field, object: Account, name: total, type: currency, rollUp: {object: Deal, through: account, function: sum, of: amount}}
            ---
            {kind: Field, object: Account, name: notes, type: text}
            ---
            kind: Object
            name: Deal
            ---
            {kind: Field, object: Deal, name: account, type: lookup, target: Account}
            ---
            {kind: Field, object: Deal, name: amount, type: currency}
            """;

    @Test
    void isSummedUpOnceItIsThere() {
        ChangePlan.Applicable plan =
                Planning.of(SALES)
                        .put(
                                """
                                {kind: Field, object: Account, name: dealCount, type: number, rollUp: {object: Deal, through: account, function: count}}
                                """);

        assertThat(plan.effects())
                .singleElement()
                .isInstanceOfSatisfying(
                        RecordEffect.SummedUp.class,
                        effect -> assertThat(effect.field().name()).isEqualTo("dealCount"));
    }

    @Test
    void followsObjectsToTheirNewNamesWithoutBeingSummedUpAnew() {
        ChangePlan.Applicable plan =
                Planning.of(SALES).apply(rename(ComponentRef.object("Deal"), "Sale"));

        assertThat(plan.effects()).isEmpty();
        assertThat(plan.next().rollUpsOver(plan.next().require("Sale"))).hasSize(1);
    }

    @Test
    void isListedByWhatItSumsUp() {
        assertThat(Dependents.of(Planning.of(SALES).catalog(), ComponentRef.object("Deal")))
                .contains(new Dependent(ComponentRef.field("Account", "total"), "sums up Deal"));
        assertThat(
                        Dependents.of(
                                Planning.of(SALES).catalog(), ComponentRef.field("Deal", "amount")))
                .containsExactly(
                        new Dependent(
                                ComponentRef.field("Account", "total"), "sums up Deal.amount"));
    }
}
