package kith.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitPlansTest {

    @Test
    void givesEverybodyTheStandardLimitsUnlessToldOtherwise() {
        assertThat(LimitPlans.standard().of("acme")).isEqualTo(Limits.synchronous());
        assertThat(LimitPlans.parse(Map.of()).of("acme")).isEqualTo(Limits.synchronous());
    }

    @Test
    void givesATenantTheLimitsOfItsPlan() {
        LimitPlans plans =
                LimitPlans.parse(
                        Map.of(
                                "plan.standard.queries", "50",
                                "plan.free.fuel", "5000000",
                                "plan.free.wallTime", "1000",
                                "tenant.acme", "free"));
        assertThat(plans.of("globex")).isEqualTo(Limits.synchronous().with("queries", 50));
        assertThat(plans.of("acme"))
                .isEqualTo(
                        Limits.synchronous()
                                .with("queries", 50)
                                .withFuel(5_000_000)
                                .withWallTime(Duration.ofSeconds(1)));
    }

    @Test
    void refusesAPlanBeyondTheBounds() {
        assertThatThrownBy(() ->
                        LimitPlans.parse(
                                Map.of("bound.fuel", "30000000", "plan.big.fuel", "30000001")))
                .hasMessage("fuel of plan big is beyond its bound");
        assertThat(
                        LimitPlans.parse(
                                        Map.of(
                                                "bound.fuel", "300000000",
                                                "plan.big.fuel", "300000000",
                                                "tenant.acme", "big"))
                                .of("acme")
                                .fuel())
                .isEqualTo(300_000_000);
    }

    @Test
    void namesALineThatSaysNothing() {
        assertThatThrownBy(() -> LimitPlans.parse(Map.of("plan.free", "1")))
                .hasMessageStartingWith("plan.free is neither");
        assertThatThrownBy(() -> LimitPlans.parse(Map.of("plan.free.fule", "1")))
                .hasMessageStartingWith("there is no limit fule");
        assertThatThrownBy(() -> LimitPlans.parse(Map.of("plan.free.fuel", "much")))
                .hasMessage("plan.free.fuel is no number: much");
        assertThatThrownBy(() -> LimitPlans.parse(Map.of("tenant.acme", "gold")))
                .hasMessage("tenant acme has no known plan: gold");
    }
}
