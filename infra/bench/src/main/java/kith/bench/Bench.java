package kith.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import kith.bench.data.DatabaseServer;
import kith.bench.data.StatementCounts;
import kith.bench.load.LoadResult;
import kith.bench.process.ProcessTimes;
import kith.bench.product.Product;
import kith.bench.product.RawSql;
import kith.bench.result.Measurement;
import kith.bench.result.Measurements;
import kith.bench.work.Ask;
import kith.bench.work.Asks;
import kith.bench.work.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warms up, then measures every product under every load, in rounds that interleave them. */
final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private static final int ASKS = 1_000;
    private static final int LARGE_ASKS = 20;
    private static final int COUNTED_REQUESTS = 20;
    private static final int WARM_CONNECTIONS = 8;

    private final Stage stage;
    private final BenchOptions options;
    private final Agreement agreement;
    private final Measurements measurements = new Measurements();
    private final Map<Operation, List<Ask>> asks = new LinkedHashMap<>();

    Bench(Stage stage, BenchOptions options, Agreement agreement) {
        this.stage = stage;
        this.options = options;
        this.agreement = agreement;
        Asks source = new Asks(new SplittableRandom(7));
        for (Operation operation : options.operations()) {
            asks.put(operation, source.of(operation, number(operation)));
        }
    }

    private static int number(Operation operation) {
        return switch (operation) {
            case CREATE_10000 -> 3;
            case CREATE_100 -> LARGE_ASKS;
            case POINT_READ,
                    FILTERED_LIST,
                    NESTED_LISTS,
                    RELATED_FILTER,
                    GROUPED_SUM,
                    CREATE,
                    UPDATE ->
                    ASKS;
        };
    }

    Measurements run() throws SQLException {
        warmUp();
        for (int round = 1; round <= options.rounds(); round++) {
            for (Operation operation : options.operations()) {
                for (int connections : connections(operation)) {
                    point(round, operation, connections);
                }
            }
        }
        return measurements;
    }

    private List<Integer> connections(Operation operation) {
        return operation.isSingleFile() ? List.of(1) : options.connections();
    }

    private void warmUp() throws SQLException {
        for (Product product : stage.products()) {
            LOG.info("{} is warmed up …", product);
            for (Operation operation : options.operations()) {
                if (agreement.isOffered(product, operation) && !operation.isSingleFile()) {
                    product.load(operation, asksOf(operation), WARM_CONNECTIONS, options.warmUp());
                    cleanAfter(operation, product.identity().database());
                }
            }
        }
    }

    private List<Ask> asksOf(Operation operation) {
        return asks.getOrDefault(operation, List.of());
    }

    /** All products one after the other, each round beginning with another one. */
    private void point(int round, Operation operation, int connections) throws SQLException {
        List<Runnable> contenders = new ArrayList<>();
        for (Product product : stage.products()) {
            if (agreement.isOffered(product, operation)) {
                contenders.add(() -> {
                    measure(round, operation, connections, product);
                    measureByHand(operation, product);
                });
            }
        }
        stage.raw(options)
                .ifPresent(raw ->
                        contenders.add(() -> measureRaw(round, operation, connections, raw)));
        Collections.rotate(contenders, round);
        contenders.forEach(Runnable::run);
        for (Product product : stage.products()) {
            cleanAfter(operation, product.identity().database());
        }
        if (options.has(RawSql.KEY)) {
            cleanAfter(operation, DatabaseServer.NATIVE);
        }
    }

    private void cleanAfter(Operation operation, String database) throws SQLException {
        if (operation.isWrite()) {
            stage.clean(database);
        }
    }

    private Duration duration(Operation operation) {
        return operation.isSingleFile() ? Duration.ofMillis(1) : options.point();
    }

    private void measure(int round, Operation operation, int connections, Product product) {
        long pid = product.running().pid();
        Meter meter = Meter.begin(pid, stage.databasePid(), ProcessHandle.current().pid());
        LoadResult result =
                product.load(operation, asksOf(operation), connections, duration(operation));
        add(
                round,
                operation,
                connections,
                product.identity().key(),
                result,
                meter.end(result.count(), ProcessTimes.residentMegabytes(pid)));
    }

    /** The same rows by hand into the tables of Kith, as often as the request wrote them. */
    private void measureByHand(Operation operation, Product product) {
        if (!operation.isSingleFile()) {
            return;
        }
        String key = product.identity().key();
        stage.insertByHand(key)
                .ifPresent(perSecond -> {
                    measurements.addByHand(key, perSecond);
                    LOG.info(
                            "{}: by hand into its tables {} records/s", key, Math.round(perSecond));
                });
    }

    private void measureRaw(int round, Operation operation, int connections, RawSql raw) {
        Meter meter = Meter.begin(0, stage.databasePid(), ProcessHandle.current().pid());
        LoadResult result =
                raw.load(operation, asksOf(operation), connections, duration(operation));
        add(round, operation, connections, RawSql.KEY, result, meter.end(result.count(), 0));
    }

    private void add(
            int round,
            Operation operation,
            int connections,
            String product,
            LoadResult result,
            Measurement.Cost cost) {
        Measurement measurement =
                new Measurement(
                        round,
                        operation,
                        connections,
                        product,
                        new Measurement.Speed(
                                result.perSecond(),
                                result.milliseconds(0.5),
                                result.milliseconds(0.99),
                                result.count(),
                                result.failures(),
                                result.bytes() / Math.max(1, result.count())),
                        cost);
        measurements.add(measurement);
        LOG.info(
                "{} {} c={} {}: {}/s p50 {} p99 {} ms; server {} database {} driver {} ms; foreign {}{}",
                round,
                operation.key(),
                connections,
                product,
                Math.round(measurement.speed().perSecond() * 10) / 10.0,
                measurement.speed().median(),
                measurement.speed().slowestHundredth(),
                rounded(cost.server()),
                rounded(cost.database()),
                rounded(cost.driver()),
                rounded(cost.foreignCores()),
                result.failures() == 0 ? "" : " FAILED " + result.failures());
    }

    private static double rounded(double number) {
        return Math.round(number * 1000) / 1000.0;
    }

    /** Counts the statements of single requests, one after the other. */
    Map<String, Map<Operation, Double>> statements() throws SQLException {
        StatementCounts counts = new StatementCounts(stage.database());
        Map<String, Map<Operation, Double>> all = new LinkedHashMap<>();
        for (Product product : stage.products()) {
            Map<Operation, Double> own = new LinkedHashMap<>();
            for (Operation operation : options.operations()) {
                if (agreement.isOffered(product, operation) && !operation.isSingleFile()) {
                    own.put(operation, statements(counts, product, operation));
                    cleanAfter(operation, product.identity().database());
                }
            }
            all.put(product.identity().key(), own);
        }
        return all;
    }

    private double statements(StatementCounts counts, Product product, Operation operation)
            throws SQLException {
        Asks source = new Asks(new SplittableRandom(11));
        product.answer(operation, source.of(operation, 1).getFirst());
        counts.reset();
        for (Ask ask : source.of(operation, COUNTED_REQUESTS)) {
            product.answer(operation, ask);
        }
        long calls = counts.of(product.identity().database(), product.identity().role());
        return (double) calls / COUNTED_REQUESTS;
    }
}
