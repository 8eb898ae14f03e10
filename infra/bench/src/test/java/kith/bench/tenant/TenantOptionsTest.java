package kith.bench.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TenantOptionsTest {

    @Test
    void measuresFiveRoundsUnlessTold() {
        assertThat(TenantOptions.parse(List.of()))
                .isEqualTo(new TenantOptions(5, Duration.ofSeconds(6)));
        assertThat(TenantOptions.parse(List.of("--rounds=2", "--seconds=3")))
                .isEqualTo(new TenantOptions(2, Duration.ofSeconds(3)));
    }

    @Test
    void refusesWordsThatMeanNothing() {
        assertThatThrownBy(() -> TenantOptions.parse(List.of("--quick")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--quick");
    }
}
