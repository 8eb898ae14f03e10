package kith.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import kith.bench.load.LoadResult;
import kith.bench.process.JavaHeap;
import kith.bench.process.ProcessTimes;
import kith.bench.product.Product;
import kith.bench.work.Ask;
import kith.bench.work.Asks;
import kith.bench.work.Operation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps Kith busy with a mixture of requests for a long time, and looks whether it stays as it was:
 * no answer fails, and what it keeps in memory does not grow.
 */
final class Soak {

    private static final Logger LOG = LoggerFactory.getLogger(Soak.class);
    private static final int CONNECTIONS = 8;
    private static final Duration WINDOW = Duration.ofSeconds(30);

    /** Caches fill; what grows beyond this share of the first reading is a leak. */
    private static final double MOST_GROWTH = 1.5;

    private static final Map<Operation, Integer> MIXTURE =
            Map.of(
                    Operation.POINT_READ, 600,
                    Operation.FILTERED_LIST, 200,
                    Operation.NESTED_LISTS, 50,
                    Operation.RELATED_FILTER, 40,
                    Operation.UPDATE, 70,
                    Operation.CREATE, 40);

    private final Product product;
    private final BenchSetting setting;
    private final Map<Operation, List<Ask>> asks = new EnumMap<>(Operation.class);

    Soak(Product product, BenchSetting setting) {
        this.product = product;
        this.setting = setting;
        Asks source = new Asks(new SplittableRandom(5));
        MIXTURE.forEach((operation, count) -> asks.put(operation, source.of(operation, count)));
    }

    /** Whether everything stayed as it was. */
    boolean run(Duration duration) {
        long pid = product.running().pid();
        window();
        window();
        long keptAtBegin = kept(pid);
        long failures = 0;
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            failures += window();
        }
        long keptAtEnd = kept(pid);
        LOG.info(
                "{} failed answers; {} MB kept after the warm-up, {} MB at the end",
                failures,
                keptAtBegin,
                keptAtEnd);
        return failures == 0 && keptAtEnd <= keptAtBegin * MOST_GROWTH;
    }

    private long kept(long pid) {
        return JavaHeap.keptMegabytes(pid, setting.log("jcmd"));
    }

    private long window() {
        List<byte[]> requests = new ArrayList<>();
        asks.forEach((operation, wanted) -> requests.addAll(product.requests(operation, wanted)));
        Collections.shuffle(requests, new Random(requests.size()));
        LoadResult result = product.load(requests, CONNECTIONS, WINDOW);
        LOG.info(
                "{}/s, p50 {} ms, p99 {} ms, {} failed, {} MB resident",
                Math.round(result.perSecond()),
                result.milliseconds(0.5),
                result.milliseconds(0.99),
                result.failures(),
                ProcessTimes.residentMegabytes(product.running().pid()));
        return result.failures();
    }
}
