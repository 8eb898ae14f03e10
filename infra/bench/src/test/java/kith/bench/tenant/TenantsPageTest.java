package kith.bench.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kith.bench.tenant.TenantFigures.Round;
import org.junit.jupiter.api.Test;

class TenantsPageTest {

    @Test
    void showsManyTenantsBesideFewAndWhatEachKeeps() {
        TenantFigures figures =
                new TenantFigures(
                        List.of(round(10, 4), round(1_000, 5), round(10_000, 6)),
                        List.of(),
                        new ColdStarts.Times(40, 90, 4),
                        new ColdStarts.Times(10, 20, 4),
                        List.of(100.0, 300.0, 200.0),
                        new TenantHeap.Kept(
                                10_040,
                                List.of(50_000L, 60_000L, 70_000L),
                                List.of(30_000L),
                                List.of(80L),
                                44_000,
                                36_000_000,
                                290,
                                Map.of()),
                        0);

        assertThat(TenantsPage.of(figures, Map.of("command", "`./kith bench tenants`")))
                .contains("| list request, p50 in ms | 4.00 | 5.00 | 1.25 | 6.00 | 1.50 |")
                .contains("| customized tenants | 40.00 | 90.00 | 4.00 |")
                .contains("median 200 ms, longest 300 ms of 3")
                .contains("| customized, with 20 compiled operations | 3 | 60.00 | 70.00 |")
                .contains("| as it came | 1 | 0.08 | 0.08 |")
                .contains("36,000 kB in 290 schemas");
    }

    private static Round round(int companies, double median) {
        return new Round(companies, 1_000 / median, median, 10 * median, 0.3, 0.6, 0.1);
    }
}
