package kith.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import kith.bench.data.DatabaseServer;
import kith.bench.data.SmallTenants;
import kith.bench.data.Sql;
import kith.bench.process.Machine;
import kith.bench.process.Pause;
import kith.bench.product.Product;
import kith.bench.result.Measurements;
import kith.bench.result.ResultFile;
import kith.bench.result.ResultPage;
import kith.bench.result.RunFacts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the benchmark and writes its results down; the script {@code kith} prepares the ground. */
public final class Main {

    private static final Logger LOG = LoggerFactory.getLogger(Main.class);

    /** Nothing that a run starts outlives this. */
    private static final Duration LONGEST_RUN = Duration.ofHours(3);

    private Main() {}

    public static void main(String[] words) throws SQLException {
        endInTime();
        BenchOptions options;
        try {
            options = BenchOptions.parse(Arrays.asList(words));
        } catch (IllegalArgumentException wrong) {
            LOG.error("kith bench: {}", wrong.getMessage());
            System.exit(2);
            return;
        }
        bench(BenchSetting.of(System.getenv()), options);
        System.exit(0);
    }

    private static void endInTime() {
        Thread.ofPlatform()
                .daemon()
                .name("end-in-time")
                .start(() -> {
                    Pause.of(LONGEST_RUN);
                    LOG.error("the run took more than {}", LONGEST_RUN);
                    System.exit(1);
                });
    }

    private static void bench(BenchSetting setting, BenchOptions options) throws SQLException {
        try (Stage stage = Stage.set(setting, options)) {
            Agreement agreement = Agreement.check(stage.products(), options.operations());
            agreement.absent().forEach(LOG::info);
            Bench bench = new Bench(stage, options, agreement);
            Map<String, String> conditions = conditions(setting, options, stage);
            Measurements measurements = bench.run();
            RunFacts facts =
                    new RunFacts(
                            conditions,
                            stage.products().stream().map(Main::facts).toList(),
                            bench.statements(),
                            agreement.absent());
            new ResultFile(setting.results())
                    .write("reads and writes", ResultPage.of(measurements, facts));
            LOG.info("Written: {}", setting.results());
        }
    }

    private static RunFacts.ProductFacts facts(Product product) {
        return new RunFacts.ProductFacts(
                product.identity().key(),
                product.identity().title(),
                product.identity().version(),
                product.running().startUp().toMillis() / 1000.0,
                product.running().startUpNote());
    }

    private static Map<String, String> conditions(
            BenchSetting setting, BenchOptions options, Stage stage) throws SQLException {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("command", "`" + setting.command() + "`");
        conditions.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        conditions.put("machine", Machine.described());
        conditions.put("Java", Runtime.version() + ", " + String.join(" ", setting.javaOptions()));
        try (Connection database = stage.database().connect(DatabaseServer.KITH)) {
            conditions.put(
                    "PostgreSQL",
                    "%s, fsync %s, synchronous_commit %s, autovacuum %s, shared_buffers %s"
                            .formatted(
                                    setting(database, "server_version"),
                                    setting(database, "fsync"),
                                    setting(database, "synchronous_commit"),
                                    setting(database, "autovacuum"),
                                    setting(database, "shared_buffers")));
        }
        conditions.put(
                "records",
                "460,050 of each measured tenant, beside %,d tenants of %d records in the tables that are shared"
                        .formatted(SmallTenants.COUNT, SmallTenants.RECORDS));
        conditions.put(
                "measured",
                "%d interleaved rounds of %d s after %d s of warm-up an operation; load driver, servers and PostgreSQL share the machine"
                        .formatted(
                                options.rounds(),
                                options.point().toSeconds(),
                                options.warmUp().toSeconds()));
        return conditions;
    }

    private static String setting(Connection database, String name) throws SQLException {
        return String.valueOf(Sql.value(database, "show " + name));
    }
}
