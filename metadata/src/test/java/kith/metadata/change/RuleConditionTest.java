package kith.metadata.change;

import static org.assertj.core.api.Assertions.assertThat;

import kith.metadata.ComponentRef;
import kith.metadata.RuleCall;
import kith.metadata.catalog.Rule;
import kith.metadata.resolve.CatalogProblem;
import org.junit.jupiter.api.Test;

/** Rules say how and when they are called. */
class RuleConditionTest {

    private static final String RULE =
            """
            kind: Rule
            object: Property
            name: onSale
            on: [AFTER_UPDATE]
            per: BATCH
            runAs: SYSTEM
            when: %s
            script: record.price
            """;

    @Test
    void bindsTheConditionOfARuleToItsFields() {
        Planning tenant = Planning.of(Houses.YAML);

        ChangePlan.Applicable plan = tenant.put(RULE.formatted("price > 5 && isMissing(agent)"));

        Rule rule =
                plan.next().require("Property").rules().stream()
                        .filter(one -> one.definition().name().equals("onSale"))
                        .findFirst()
                        .orElseThrow();
        assertThat(rule.condition()).isPresent();
        assertThat(rule.definition().call().per()).isEqualTo(RuleCall.Per.BATCH);
        assertThat(rule.definition().call().mode()).isEqualTo(RuleCall.Mode.SYSTEM);
        assertThat(rule.definition().mayFill()).isFalse();
    }

    @Test
    void refusesAConditionThatNamesNoField() {
        Planning tenant = Planning.of(Houses.YAML);

        assertThat(tenant.problems(RULE.formatted("prise > 5")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.problem().code())
                            .isEqualTo(CatalogProblem.CONDITION_REFUSED);
                    assertThat(problem.problem().path()).contains("when");
                    assertThat(problem.problem().hint()).contains("Did you mean `price`?");
                });
    }

    @Test
    void keepsAFieldThatAConditionReads() {
        Planning tenant = Planning.of(Houses.YAML);
        ChangePlan.Applicable plan = tenant.put(RULE.formatted("status == 'sold'"));

        assertThat(Dependents.of(plan.next(), ComponentRef.field("Property", "status")))
                .extracting(dependent -> dependent.component().name() + " " + dependent.reason())
                .containsExactly("onSale uses Property.status");
    }
}
