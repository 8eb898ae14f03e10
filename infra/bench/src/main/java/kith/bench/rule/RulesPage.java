package kith.bench.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import kith.bench.result.Medians;

/** The figures as a section of the page of results. */
final class RulesPage {

    private final RuleFigures figures;
    private final Map<String, String> conditions;
    private final StringBuilder page = new StringBuilder(2_048);

    private RulesPage(RuleFigures figures, Map<String, String> conditions) {
        this.figures = figures;
        this.conditions = conditions;
    }

    static String of(RuleFigures figures, Map<String, String> conditions) {
        return new RulesPage(figures, conditions).written();
    }

    private String written() {
        line("# Rules and roll-ups: `./kith bench rules`");
        line("");
        conditions.forEach((name, value) -> line("- " + name + ": " + value));
        line("");
        row("one run of a rule, µs a record", "in the server", "in a process for rules");
        row("---", "---", "---");
        TypicalRules.scripts()
                .keySet()
                .forEach(rule ->
                        row(
                                "`" + rule + "`",
                                cost(figures.costs().microseconds(), rule),
                                cost(figures.costs().microsecondsElsewhere(), rule)));
        line("");
        row(
                "10,000 new records in one request, records/s",
                "without rules",
                "with all five",
                "×",
                "least with five");
        row("---", "---", "---", "---", "---");
        batches("rules in the server", figures.here());
        batches("rules in processes of their own", figures.elsewhere());
        line("");
        line(
                "A sum over %,d records in %,d others: written in batches of 10,000 at %s records/s, sums included; the first 50 above a sum, in its order: p50 %s ms, p95 %s ms of %d requests, HTTP included."
                        .formatted(
                                RollUpFilters.CHILDREN,
                                RollUpFilters.PARENTS,
                                shown(figures.rollUps().writesPerSecond()),
                                shown(figures.rollUps().median()),
                                shown(figures.rollUps().slowestTwentieth()),
                                RollUpFilters.REQUESTS));
        return page.toString();
    }

    private void batches(String title, RuleFigures.Batches batches) {
        row(
                title,
                shown(Medians.of(batches.plain())),
                shown(Medians.of(batches.ruled())),
                shown(Medians.of(batches.ruled()) / Medians.of(batches.plain())),
                shown(least(batches.ruled())));
    }

    private static double least(List<Double> values) {
        return values.stream().min(Double::compare).orElse(Double.NaN);
    }

    private static String cost(Map<String, RuleCosts.Cost> costs, String rule) {
        RuleCosts.Cost cost = costs.get(rule);
        return cost == null ? "–" : shown(cost.mean()) + " ± " + shown(cost.error());
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
