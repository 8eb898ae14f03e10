package kith.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestPlansTest {

    @Test
    void givesTenantsTheLimitsOfTheirPlans() {
        RequestPlans plans =
                RequestPlans.parse(
                        Map.of(
                                "plan.standard.concurrent", "50",
                                "plan.free.costPerMinute", "1000",
                                "tenant.acme", "free"));
        assertThat(plans.of("acme"))
                .isEqualTo(
                        new RequestLimits(1000, RequestLimits.STANDARD.clientCostPerMinute(), 50));
        assertThat(plans.of("other"))
                .isEqualTo(
                        new RequestLimits(
                                RequestLimits.STANDARD.costPerMinute(),
                                RequestLimits.STANDARD.clientCostPerMinute(),
                                50));
    }

    @ParameterizedTest
    @CsvSource({
        "plan.free.fuel, 5",
        "plan.free.concurrent, many",
        "plan.free.concurrent, 0",
        "tenant.acme, unknown",
        "bound.cost, 5",
    })
    void refusesWhatItDoesNotUnderstand(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestPlans.parse(Map.of(name, value)));
    }
}
