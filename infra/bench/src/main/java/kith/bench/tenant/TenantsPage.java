package kith.bench.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kith.bench.result.Medians;

/** The figures as a section of the page of results. */
final class TenantsPage {

    private final TenantFigures figures;
    private final Map<String, String> conditions;
    private final StringBuilder page = new StringBuilder(4_096);

    private TenantsPage(TenantFigures figures, Map<String, String> conditions) {
        this.figures = figures;
        this.conditions = conditions;
    }

    static String of(TenantFigures figures, Map<String, String> conditions) {
        return new TenantsPage(figures, conditions).written();
    }

    private String written() {
        line("# Ten thousand tenants on one installation: `./kith bench tenants`");
        line("");
        conditions.forEach((name, value) -> line("- " + name + ": " + value));
        line("- failed answers: " + figures.failures());
        line(
                "- other programs took of the machine meanwhile, in cores: "
                        + shown(Medians.of(foreign())));
        line("");
        row("", "10 tenants", "1,000 of 10,000", "×", "all 10,000", "×");
        row("---", "---", "---", "---", "---", "---");
        compared("list request, p50 in ms", TenantFigures.Round::median);
        compared("list request, p99 in ms", TenantFigures.Round::slowestHundredth);
        compared("requests a second", TenantFigures.Round::perSecond);
        compared("processor time of the server a request, ms", TenantFigures.Round::server);
        compared("processor time of PostgreSQL a request, ms", TenantFigures.Round::database);
        line("");
        line(
                "× is the median of the ratios of the rounds to 10 tenants; between rounds it reached %s (1,000, p50), %s (1,000, p99), %s (all, p50), %s (all, p99)."
                        .formatted(
                                spread(TenantsRun.BUSY, TenantFigures.Round::median),
                                spread(TenantsRun.BUSY, TenantFigures.Round::slowestHundredth),
                                spread(Companies.COUNT, TenantFigures.Round::median),
                                spread(Companies.COUNT, TenantFigures.Round::slowestHundredth)));
        line("");
        row(
                "first request of a tenant, one after the other, ms",
                "median",
                "longest",
                "warm median");
        row("---", "---", "---", "---");
        starts("customized tenants", figures.customizedStarts());
        starts("plain tenants", figures.plainStarts());
        line("");
        line(
                "From asking for a new field to the first answer with it, while requests come over all tenants: median %s ms, longest %s ms of %d."
                        .formatted(
                                shown(Medians.of(figures.newFields())),
                                shown(
                                        figures.newFields().stream()
                                                .max(Double::compare)
                                                .orElse(0.0)),
                                figures.newFields().size()));
        heap();
        return page.toString();
    }

    private void heap() {
        TenantHeap.Kept heap = figures.heap();
        line("");
        row("retained heap, from a dump, kB", "tenants", "median", "largest");
        row("---", "---", "---", "---");
        kept("customized, with 20 compiled operations", heap.customized());
        kept("customized, with one list", heap.onlyListed());
        kept("as it came", heap.plain());
        line("");
        line(
                "All %,d catalogs were kept at the same time. What several tenants share and nothing else uses: %,d kB. The bounded cache of schemas: %,d kB in %d schemas."
                        .formatted(
                                heap.catalogs(),
                                heap.shared() / 1000,
                                heap.schemas() / 1000,
                                heap.schemaCount()));
    }

    private void kept(String title, List<Long> bytes) {
        row(
                title,
                Integer.toString(bytes.size()),
                bytes.isEmpty() ? "–" : shown(bytes.get(bytes.size() / 2) / 1000.0),
                bytes.isEmpty() ? "–" : shown(bytes.getLast() / 1000.0));
    }

    private void starts(String title, ColdStarts.Times times) {
        row(
                title,
                shown(times.medianFirst()),
                shown(times.longestFirst()),
                shown(times.medianWarm()));
    }

    private void compared(String title, ToDoubleFunction<TenantFigures.Round> value) {
        row(
                title,
                shown(median(TenantsRun.FEW, value)),
                shown(median(TenantsRun.BUSY, value)),
                shown(Medians.of(ratios(TenantsRun.BUSY, value))),
                shown(median(Companies.COUNT, value)),
                shown(Medians.of(ratios(Companies.COUNT, value))));
    }

    private double median(int companies, ToDoubleFunction<TenantFigures.Round> value) {
        return Medians.of(values(companies, value));
    }

    private String spread(int companies, ToDoubleFunction<TenantFigures.Round> value) {
        List<Double> ratios = ratios(companies, value);
        return "from %s to %s"
                .formatted(
                        shown(ratios.stream().min(Double::compare).orElse(Double.NaN)),
                        shown(ratios.stream().max(Double::compare).orElse(Double.NaN)));
    }

    private List<Double> ratios(int companies, ToDoubleFunction<TenantFigures.Round> value) {
        List<Double> few = values(TenantsRun.FEW, value);
        List<Double> many = values(companies, value);
        return IntStream.range(0, few.size())
                .mapToObj(round -> many.get(round) / few.get(round))
                .toList();
    }

    private List<Double> values(int companies, ToDoubleFunction<TenantFigures.Round> value) {
        return figures.rounds().stream()
                .filter(round -> round.companies() == companies)
                .map(round -> value.applyAsDouble(round))
                .toList();
    }

    private List<Double> foreign() {
        return figures.rounds().stream().map(TenantFigures.Round::foreign).toList();
    }

    private static String shown(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
