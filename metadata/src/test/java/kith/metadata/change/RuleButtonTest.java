package kith.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;

import kith.metadata.ComponentRef;
import kith.metadata.RuleButton;
import kith.metadata.RuleDefinition;
import kith.metadata.codec.DocumentProblem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.resolve.CatalogProblem;
import org.junit.jupiter.api.Test;

/** Rules that people set off. */
class RuleButtonTest {

    private static final String RULE =
            """
            kind: Rule
            object: Property
            name: sell
            on: [BUTTON]
            %s
            script: record.price
            """;

    @Test
    void standsOnThePageOfARecordUnlessItSaysWhere() {
        RuleDefinition plain = rule(RULE.formatted("order: 3"));
        RuleDefinition both = rule(RULE.formatted("place: [LIST, RECORD]\nvisibleWhen: price > 5"));

        assertThat(plain.call().button().orElseThrow().places())
                .containsExactly(RuleButton.Place.RECORD);
        assertThat(both.call().button().orElseThrow().places())
                .containsExactlyInAnyOrder(RuleButton.Place.values());
        assertThat(both.call().button().flatMap(RuleButton::visibleWhen)).contains("price > 5");
        assertThat(both.mayFill()).isTrue();
    }

    @Test
    void isFoundAmongTheButtonsOfItsObjectWhileItIsActive() {
        Planning tenant = Planning.of(Houses.YAML);

        assertThat(tenant.put(RULE.formatted("order: 3")).next().require("Property").button("sell"))
                .isPresent();
        assertThat(
                        tenant.put(RULE.formatted("active: false"))
                                .next()
                                .require("Property")
                                .button("sell"))
                .isEmpty();
    }

    @Test
    void refusesAConditionThatNamesNoFieldOrThatPagesCannotCompute() {
        assertThat(code("visibleWhen: prise > 5")).isEqualTo(CatalogProblem.CONDITION_REFUSED);
        assertThat(code("visibleWhen: agent.name == 'x'"))
                .isEqualTo(CatalogProblem.CONDITION_REFUSED);
    }

    @Test
    void refusesAPlaceOfARuleThatNobodySetsOff() {
        String onUpdate = RULE.replace("BUTTON", "BEFORE_UPDATE");

        assertThat(code(onUpdate, "place: [RECORD]")).isEqualTo(DocumentProblem.CONTRADICTION);
        assertThat(code(RULE, "place: [PAGE]")).isEqualTo(DocumentProblem.WRONG_VALUE);
    }

    @Test
    void keepsAFieldThatAButtonIsShownBy() {
        ChangePlan.Applicable plan =
                Planning.of(Houses.YAML).put(RULE.formatted("visibleWhen: status == 'sold'"));

        assertThat(Dependents.of(plan.next(), ComponentRef.field("Property", "status")))
                .extracting(dependent -> dependent.component().name() + " " + dependent.reason())
                .containsExactly("sell uses Property.status");
    }

    private static RuleDefinition rule(String document) {
        return Planning.of(Houses.YAML)
                .put(document)
                .next()
                .require("Property")
                .button("sell")
                .orElseThrow()
                .definition();
    }

    private static ProblemCode code(String property) {
        return code(RULE, property);
    }

    private static ProblemCode code(String rule, String property) {
        return Planning.of(Houses.YAML)
                .problems(rule.formatted(property))
                .getFirst()
                .problem()
                .code();
    }
}
