package kith.bench.result;

import static kith.bench.result.Statistics.shown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import kith.bench.work.Operation;

/** The figures as a page of Markdown. */
public final class ResultPage {

    private static final String KITH = "kith";

    private final Measurements measurements;
    private final RunFacts facts;
    private final StringBuilder page = new StringBuilder(8_192);

    private ResultPage(Measurements measurements, RunFacts facts) {
        this.measurements = measurements;
        this.facts = facts;
    }

    public static String of(Measurements measurements, RunFacts facts) {
        return new ResultPage(measurements, facts).written();
    }

    private String written() {
        line("# Results of `./kith bench`");
        line("");
        line(
                "Written by the last run; the same answers were checked to be equal before measuring.");
        line("");
        facts.conditions().forEach((name, value) -> line("- " + name + ": " + value));
        line(
                "- other programs took of the machine meanwhile, in cores: "
                        + measurements.foreignCores());
        measurements.products().stream()
                .filter(product -> measurements.failures(product) > 0)
                .forEach(product ->
                        line(
                                "- failed answers of %s: %d"
                                        .formatted(
                                                title(product), measurements.failures(product))));
        facts.absent().forEach(sentence -> line("- " + sentence));
        measurements.connections().forEach(this::speeds);
        byHand();
        costs();
        statements();
        starts();
        return page.toString();
    }

    private void speeds(int connections) {
        List<String> products = measurements.products();
        line("");
        line(
                "## Requests a second at "
                        + connections
                        + (connections == 1 ? " connection" : " connections"));
        line("");
        line("Medians of the rounds; p50/p99 in ms; ×raw and so on is Kith against the others.");
        line("");
        List<String> head = new ArrayList<>(List.of("operation"));
        products.forEach(product -> head.add(title(product)));
        products.stream()
                .filter(product -> !product.equals(KITH) && products.contains(KITH))
                .forEach(product -> head.add("×" + title(product)));
        row(head);
        row(head.stream().map(_ -> "---").toList());
        for (Operation operation : measurements.operations()) {
            speeds(operation, connections, products);
        }
        means(connections, products);
    }

    /** The geometric means of the reads' ratios. */
    private void means(int connections, List<String> products) {
        List<Operation> reads =
                measurements.operations().stream()
                        .filter(operation -> !operation.isWrite())
                        .filter(operation ->
                                products.stream()
                                        .noneMatch(product ->
                                                measurements
                                                        .of(operation, connections, product)
                                                        .isEmpty()))
                        .toList();
        if (reads.size() < 2 || !products.contains(KITH)) {
            return;
        }
        List<String> cells =
                new ArrayList<>(List.of("geometric mean of the %d reads".formatted(reads.size())));
        products.forEach(_ -> cells.add(""));
        for (String product : products) {
            if (!product.equals(KITH)) {
                double mean =
                        Math.exp(
                                reads.stream()
                                        .mapToDouble(operation ->
                                                Math.log(
                                                        rate(operation, connections, KITH)
                                                                / rate(
                                                                        operation,
                                                                        connections,
                                                                        product)))
                                        .average()
                                        .orElse(Double.NaN));
                cells.add(shown(mean));
            }
        }
        row(cells);
    }

    private void speeds(Operation operation, int connections, List<String> products) {
        if (products.stream()
                .allMatch(product -> measurements.of(operation, connections, product).isEmpty())) {
            return;
        }
        List<String> cells = new ArrayList<>(List.of(operation.title()));
        for (String product : products) {
            cells.add(speed(operation, connections, product));
        }
        double own = rate(operation, connections, KITH);
        products.stream()
                .filter(product -> !product.equals(KITH) && products.contains(KITH))
                .forEach(product -> cells.add(shown(own / rate(operation, connections, product))));
        row(cells);
    }

    /** What the largest request costs beside the bare insert of what it leaves. */
    private void byHand() {
        if (measurements.byHand().isEmpty()) {
            return;
        }
        line("");
        line("## 10,000 records by hand into the same tables");
        line("");
        line(
                "The rows of records, history and outbox that the request left, inserted once more with"
                        + " `unnest`; records a second.");
        line("");
        row(List.of("product", "the request", "by hand", "×by hand"));
        row(List.of("---", "---", "---", "---"));
        measurements
                .byHand()
                .forEach((product, byHand) -> {
                    double own = 10_000 * rate(Operation.CREATE_10000, 1, product);
                    row(List.of(title(product), shown(own), shown(byHand), shown(own / byHand)));
                });
    }

    private double rate(Operation operation, int connections, String product) {
        return measurements.median(
                operation, connections, product, each -> each.speed().perSecond());
    }

    private String speed(Operation operation, int connections, String product) {
        List<Measurement> rounds = measurements.of(operation, connections, product);
        if (rounds.isEmpty()) {
            return "–";
        }
        return "%s · %s/%s"
                .formatted(
                        shown(rate(operation, connections, product)),
                        shown(Statistics.median(rounds, each -> each.speed().median())),
                        shown(Statistics.median(rounds, each -> each.speed().slowestHundredth())));
    }

    private void costs() {
        List<Integer> all = measurements.connections();
        int connections = all.contains(8) ? 8 : all.getLast();
        line("");
        line("## Processor time a request at " + connections + " connections, ms");
        line("");
        line("Server + PostgreSQL (+ load driver).");
        line("");
        List<String> head = new ArrayList<>(List.of("operation"));
        measurements.products().forEach(product -> head.add(title(product)));
        row(head);
        row(head.stream().map(_ -> "---").toList());
        for (Operation operation : measurements.operations()) {
            List<String> cells = new ArrayList<>(List.of(operation.title()));
            for (String product : measurements.products()) {
                cells.add(cost(operation, operation.isSingleFile() ? 1 : connections, product));
            }
            row(cells);
        }
    }

    private String cost(Operation operation, int connections, String product) {
        if (measurements.of(operation, connections, product).isEmpty()) {
            return "–";
        }
        ToDoubleFunction<ToDoubleFunction<Measurement>> median =
                value -> measurements.median(operation, connections, product, value);
        return "%s + %s (+ %s)"
                .formatted(
                        shown(median.applyAsDouble(each -> each.cost().server())),
                        shown(median.applyAsDouble(each -> each.cost().database())),
                        shown(median.applyAsDouble(each -> each.cost().driver())));
    }

    private void statements() {
        if (facts.statements().isEmpty()) {
            return;
        }
        line("");
        line("## Statements a request, as PostgreSQL counts them");
        line("");
        List<String> head = new ArrayList<>(List.of("operation"));
        facts.statements().keySet().forEach(product -> head.add(title(product)));
        row(head);
        row(head.stream().map(_ -> "---").toList());
        for (Operation operation : measurements.operations()) {
            List<String> cells = new ArrayList<>(List.of(operation.title()));
            for (Map<Operation, Double> counts : facts.statements().values()) {
                cells.add(shown(Objects.requireNonNullElse(counts.get(operation), Double.NaN)));
            }
            row(cells);
        }
    }

    private void starts() {
        line("");
        line("## Start and memory");
        line("");
        row(
                List.of(
                        "product",
                        "from start to first answer",
                        "largest resident memory of the server"));
        row(List.of("---", "---", "---"));
        for (RunFacts.ProductFacts product : facts.products()) {
            row(
                    List.of(
                            product.title() + " " + product.version(),
                            "%s s (%s)"
                                    .formatted(shown(product.startSeconds()), product.startNote()),
                            memory(product.key()) + " MB"));
        }
    }

    private String memory(String product) {
        return Long.toString(
                measurements.operations().stream()
                        .flatMap(operation ->
                                measurements.connections().stream()
                                        .flatMap(connections ->
                                                measurements
                                                        .of(operation, connections, product)
                                                        .stream()))
                        .mapToLong(each -> each.cost().megabytes())
                        .max()
                        .orElse(0));
    }

    private String title(String product) {
        return facts.products().stream()
                .filter(each -> each.key().equals(product))
                .map(RunFacts.ProductFacts::title)
                .findFirst()
                .orElse(product.equals("raw") ? "raw SQL" : product);
    }

    private void row(List<String> cells) {
        line(cells.stream().collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
