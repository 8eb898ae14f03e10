package kith.bench.tenant;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kith.bench.Meter;
import kith.bench.load.LoadDriver;
import kith.bench.load.LoadResult;
import kith.bench.process.JavaHeap;
import kith.bench.product.KithServer;
import kith.bench.result.Measurement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Measures what ten companies notice of the others, and what each of them costs. */
final class TenantsRun {

    static final int FEW = 10;

    /** Companies that work at the same time; the same ones for the whole run. */
    static final int BUSY = 1_000;

    static final int CONNECTIONS = 8;
    static final int STARTS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(TenantsRun.class);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final KithServer kith;
    private final Companies companies;
    private final CompanyRequests requests;
    private final InetSocketAddress address;
    private final TenantOptions options;
    private final List<byte[]> lists;
    private final List<byte[]> busy;
    private long failures;

    TenantsRun(KithServer kith, Companies companies, OwnIssuer issuer, TenantOptions options) {
        this.kith = kith;
        this.companies = companies;
        this.requests = new CompanyRequests(kith.port(), issuer);
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), kith.port());
        this.options = options;
        this.lists = IntStream.rangeClosed(1, Companies.COUNT).mapToObj(requests::list).toList();
        SplittableRandom random = new SplittableRandom(BUSY);
        this.busy = random.ints(BUSY, 0, Companies.COUNT).mapToObj(lists::get).toList();
    }

    TenantFigures run(Path dump, Path log) {
        LOG.info("Ten companies warm the server up …");
        load(among(FEW, 0), WARM_UP);
        ColdStarts starts = new ColdStarts(address, requests);
        // The first ones compile the way of a first request as well.
        starts.of(numbers(9_000, 10));
        ColdStarts.Times customized = starts.of(numbers(5_000, 10));
        ColdStarts.Times plain = starts.of(numbers(5_001, 10));
        LOG.info("first requests: customized {}, plain {}", customized, plain);
        visitAll();
        load(among(BUSY, 0), WARM_UP.multipliedBy(2));
        List<TenantFigures.Round> rounds = new ArrayList<>();
        for (int round = 1; round <= options.rounds(); round++) {
            rounds.addAll(round(round));
        }
        List<TenantFigures.Round> loaded = new ArrayList<>();
        List<Double> newFields = newFields(loaded);
        warmSamples();
        LOG.info("The heap is written down and read …");
        JavaHeap.dump(kith.pid(), dump, log);
        return new TenantFigures(
                rounds, loaded, customized, plain, newFields, TenantHeap.read(dump), failures);
    }

    /** All loads, each round beginning with another one. */
    private List<TenantFigures.Round> round(int number) {
        List<Integer> loads = new ArrayList<>(List.of(FEW, BUSY, Companies.COUNT));
        Collections.rotate(loads, number);
        List<TenantFigures.Round> rounds = new ArrayList<>();
        loads.forEach(load -> rounds.add(measured(load, number)));
        return rounds;
    }

    /** Twenty companies from one on, in steps. */
    private static List<Integer> numbers(int first, int step) {
        return IntStream.range(0, STARTS).mapToObj(index -> first + index * step).toList();
    }

    /** Each company asks until what it asks for is kept compiled; plain ones share it. */
    private void visitAll() {
        List<byte[]> all =
                new ArrayList<>(
                        IntStream.rangeClosed(1, Companies.COUNT)
                                .boxed()
                                .flatMap(company ->
                                        Stream.generate(() -> lists.get(company - 1))
                                                .limit(Companies.isCustomized(company) ? 3 : 1))
                                .toList());
        LOG.info("All companies ask, {} requests …", all.size());
        AtomicInteger next = new AtomicInteger();
        while (next.get() < all.size()) {
            LoadResult result =
                    load(() -> all.get(Math.floorMod(next.getAndIncrement(), all.size())), WINDOW);
            LOG.info(
                    "  {}/s, slowest hundredth {} ms",
                    Math.round(result.perSecond()),
                    result.milliseconds(0.99));
        }
    }

    /** A load on companies in random order. */
    private Supplier<byte[]> among(int count, int round) {
        List<byte[]> asking = count == BUSY ? busy : lists.subList(0, count);
        SplittableRandom random = new SplittableRandom(round);
        return () -> asking.get(random.nextInt(count));
    }

    private LoadResult load(Supplier<byte[]> source, Duration duration) {
        LoadResult result = LoadDriver.run(address, source, CONNECTIONS, duration);
        failures += result.failures();
        return result;
    }

    private TenantFigures.Round measured(int count, int number) {
        Meter meter = Meter.begin(kith.pid(), kith.databasePid(), ProcessHandle.current().pid());
        LoadResult result = load(among(count, number), options.point());
        Measurement.Cost cost = meter.end(result.count(), 0);
        TenantFigures.Round round =
                new TenantFigures.Round(
                        count,
                        result.perSecond(),
                        result.milliseconds(0.5),
                        result.milliseconds(0.99),
                        cost.server(),
                        cost.database(),
                        cost.foreignCores());
        LOG.info("{}", round);
        return round;
    }

    /**
     * While all companies ask, fields are added in others; some before, so that the way is warm.
     */
    private List<Double> newFields(List<TenantFigures.Round> loaded) {
        NewFields fields = new NewFields(address, companies, requests);
        int spare = Companies.SPARE / 2;
        fields.in(IntStream.rangeClosed(1, spare).mapToObj(TenantsRun::spare).toList());
        CompletableFuture<TenantFigures.Round> load =
                CompletableFuture.supplyAsync(() -> measured(Companies.COUNT, 0));
        List<Double> times =
                fields.in(
                        IntStream.rangeClosed(spare + 1, 2 * spare)
                                .mapToObj(TenantsRun::spare)
                                .toList());
        loaded.add(load.join());
        LOG.info("new fields: {} ms", times);
        return times;
    }

    private static int spare(int number) {
        return Companies.COUNT + number;
    }

    /** Twenty companies of each kind ask for all their operations, three times each. */
    private void warmSamples() {
        Stream.concat(numbers(1_000, 10).stream(), numbers(1_001, 10).stream())
                .flatMap(company -> requests.operations(company).stream())
                .forEach(request -> {
                    for (int time = 0; time < 3; time++) {
                        failures +=
                                LoadDriver.run(address, () -> request, 1, Duration.ZERO).failures();
                    }
                });
    }
}
