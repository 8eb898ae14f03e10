package kith.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void takesTheMiddleOfAnOddNumber() {
        assertThat(Statistics.median(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddle() {
        assertThat(Statistics.median(4, 1, 2, 100)).isEqualTo(3);
    }

    @Test
    void knowsNoMedianOfNothing() {
        assertThat(Statistics.median()).isNaN();
        assertThat(Statistics.shown(Statistics.median())).isEqualTo("–");
    }

    @Test
    void tellsHowFarTheExtremesAreApart() {
        assertThat(Statistics.spread(List.of(10.0, 12.0, 11.0), value -> value)).isEqualTo(1.2);
    }

    @Test
    void showsThreeDigitsThatMatter() {
        assertThat(Statistics.shown(14_693.4)).isEqualTo("14,693");
        assertThat(Statistics.shown(93.04)).isEqualTo("93.0");
        assertThat(Statistics.shown(1.234)).isEqualTo("1.23");
        assertThat(Statistics.shown(0.0123)).isEqualTo("0.012");
    }
}
