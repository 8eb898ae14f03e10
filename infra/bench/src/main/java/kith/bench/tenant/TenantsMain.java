package kith.bench.tenant;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import kith.bench.BenchSetting;
import kith.bench.process.Folders;
import kith.bench.process.Machine;
import kith.bench.product.KithServer;
import kith.bench.result.ResultFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the benchmark of many tenants and writes its section of the results. */
public final class TenantsMain {

    private static final Logger LOG = LoggerFactory.getLogger(TenantsMain.class);

    private TenantsMain() {}

    public static void main(String[] words) throws SQLException, IOException {
        TenantOptions options;
        try {
            options = TenantOptions.parse(Arrays.asList(words));
        } catch (IllegalArgumentException wrong) {
            LOG.error("kith bench tenants: {}", wrong.getMessage());
            System.exit(2);
            return;
        }
        bench(BenchSetting.of(System.getenv()), options);
        System.exit(0);
    }

    private static void bench(BenchSetting setting, TenantOptions options)
            throws SQLException, IOException {
        Path data = setting.work().resolve("tenants");
        Path dump = setting.work().resolve("tenants.hprof");
        Files.deleteIfExists(dump);
        Path mark = data.resolve("companies-made");
        if (!Files.exists(mark)) {
            Folders.remove(data);
        }
        try (OwnIssuer issuer = OwnIssuer.start();
                KithServer kith =
                        KithServer.start(
                                setting.jar(),
                                data,
                                setting.javaOptions(),
                                setting.log("kith-tenants"),
                                issuer.settings())) {
            Companies companies = new Companies(kith.database(), kith, issuer);
            if (!Files.exists(mark)) {
                LOG.info("The companies are made; later runs find them …");
                companies.create();
                Files.writeString(mark, "The companies are there.\n");
            }
            companies.spreadJobs();
            TenantFigures figures =
                    new TenantsRun(kith, companies, issuer, options).run(dump, setting.log("jcmd"));
            figures.heap().largest().entrySet().stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                    .limit(25)
                    .forEach(entry -> LOG.info("  {} {}", entry.getValue(), entry.getKey()));
            new ResultFile(setting.results())
                    .write("tenants", TenantsPage.of(figures, conditions(setting, options)));
            LOG.info("Written: {}", setting.results());
        } finally {
            Files.deleteIfExists(dump);
        }
    }

    private static Map<String, String> conditions(BenchSetting setting, TenantOptions options) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("command", "`" + setting.command() + "` at " + setting.version());
        conditions.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        conditions.put("machine", Machine.described());
        conditions.put("Java", Runtime.version() + ", " + String.join(" ", setting.javaOptions()));
        conditions.put(
                "tenants",
                "%,d of %d objects with 10 fields each, every tenth with 12 fields and 2 objects of its own, named unlike those of all others; %d records each"
                        .formatted(
                                Companies.COUNT,
                                CompanyObjects.COUNT,
                                Companies.RECORDS.stream().mapToInt(Integer::intValue).sum() + 1));
        conditions.put(
                "requests",
                "a list of 50 records with two lookups, of a customized tenant with a field of its own; each for a tenant chosen at random: of 10, of 1,000 that were drawn for the run, or of all; %d connections, %d rounds of %d s of each after all have asked and the 1,000 for 40 s"
                        .formatted(
                                TenantsRun.CONNECTIONS,
                                options.rounds(),
                                options.point().toSeconds()));
        return conditions;
    }
}
