package kith.bench.rule;

import static org.assertj.core.api.Assertions.assertThat;

import kith.script.ScriptOutcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleCostTest {

    @ParameterizedTest
    @ValueSource(strings = {"probability", "name", "amount", "close-date", "account"})
    void runsEachTypicalRuleToItsEnd(String rule) {
        RuleCost cost = new RuleCost();
        cost.rule = rule;
        cost.where = RuleCost.HERE;
        cost.prepare();
        try {
            assertThat(cost.run()).isInstanceOf(ScriptOutcome.Finished.class);
        } finally {
            cost.end();
        }
    }
}
