package kith.bench.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kith.bench.work.Operation;
import org.junit.jupiter.api.Test;

class ResultPageTest {

    @Test
    void showsMediansAndHowKithStandsAgainstTheOthers() {
        Measurements measurements = new Measurements();
        for (int round = 1; round <= 3; round++) {
            measurements.add(measurement(round, "kith", 1_000 * round));
            measurements.add(measurement(round, "raw", 4_000));
        }
        assertThat(ResultPage.of(measurements, facts()))
                .contains("| operation | Kith | raw SQL | ×raw SQL |")
                .contains("| 2,000 · 4.00/9.00 | 4,000 · 4.00/9.00 | 0.50 |")
                .contains("0.20 + 0.10 (+ 0.020)")
                .contains("Kith 1.0 | 2.50 s (alone) | 300 MB");
    }

    @Test
    void tellsOfFailedAnswers() {
        Measurements measurements = new Measurements();
        measurements.add(
                new Measurement(
                        1,
                        Operation.POINT_READ,
                        8,
                        "kith",
                        new Measurement.Speed(1, 1, 1, 1, 7, 1),
                        new Measurement.Cost(1, 1, 1, 0, 300)));
        assertThat(ResultPage.of(measurements, facts())).contains("failed answers of Kith: 7");
    }

    private static Measurement measurement(int round, String product, double perSecond) {
        return new Measurement(
                round,
                Operation.POINT_READ,
                8,
                product,
                new Measurement.Speed(perSecond, 4, 9, 100, 0, 500),
                new Measurement.Cost(0.2, 0.1, 0.02, 0, 300));
    }

    private static RunFacts facts() {
        return new RunFacts(
                Map.of("machine", "a small one"),
                List.of(new RunFacts.ProductFacts("kith", "Kith", "1.0", 2.5, "alone")),
                Map.of("kith", Map.of(Operation.POINT_READ, 1.0)),
                List.of());
    }
}
