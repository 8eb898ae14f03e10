package kith.bench.rule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.bench.BenchSetting;
import kith.bench.process.Folders;
import kith.bench.process.Machine;
import kith.bench.product.KithServer;
import kith.bench.result.ResultFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the benchmark of rules and writes its section of the results. */
public final class RulesMain {

    private static final Logger LOG = LoggerFactory.getLogger(RulesMain.class);
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;

    private RulesMain() {}

    public static void main(String[] words) throws IOException {
        if (words.length > 0) {
            LOG.error("kith bench rules: \"{}\" is no option", words[0]);
            System.exit(2);
        }
        BenchSetting setting = BenchSetting.of(System.getenv());
        LOG.info("Each rule is measured by itself …");
        RuleCosts costs = RuleCosts.measured();
        Path data = setting.work().resolve("rules");
        Folders.remove(data);
        RuleFigures.Batches here;
        RollUpFilters.Figures rollUps;
        try (KithServer kith = started(setting, data, "kith-rules", Map.of())) {
            here = batches(kith);
            LOG.info("A million records are summed up …");
            rollUps = new RollUpFilters(kith).measured();
        }
        Folders.remove(data);
        RuleFigures.Batches elsewhere;
        try (KithServer kith =
                started(setting, data, "kith-rules-apart", Map.of("KITH_RULE_PROCESSES", "2"))) {
            elsewhere = batches(kith);
        }
        Folders.remove(data);
        new ResultFile(setting.results())
                .write(
                        "rules",
                        RulesPage.of(
                                new RuleFigures(costs, here, elsewhere, rollUps),
                                conditions(setting)));
        LOG.info("Written: {}", setting.results());
        System.exit(0);
    }

    private static KithServer started(
            BenchSetting setting, Path data, String log, Map<String, String> settings) {
        return KithServer.start(
                setting.jar(), data, setting.javaOptions(), setting.log(log), settings);
    }

    private static RuleFigures.Batches batches(KithServer kith) {
        RuledBatches batches = new RuledBatches(kith);
        batches.prepare();
        List<Double> plain = new ArrayList<>();
        List<Double> ruled = new ArrayList<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            batches.switchRules(false);
            double without = batches.perSecond();
            batches.switchRules(true);
            double with = batches.perSecond();
            LOG.info(
                    "{} records/s without rules, {} with five",
                    Math.round(without),
                    Math.round(with));
            if (round >= 0) {
                plain.add(without);
                ruled.add(with);
            }
        }
        batches.switchRules(false);
        return new RuleFigures.Batches(plain, ruled);
    }

    private static Map<String, String> conditions(BenchSetting setting) {
        Map<String, String> conditions = new LinkedHashMap<>();
        conditions.put("command", "`" + setting.command() + "` at " + setting.version());
        conditions.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        conditions.put("machine", Machine.described());
        conditions.put("Java", Runtime.version() + ", " + String.join(" ", setting.javaOptions()));
        conditions.put(
                "a rule by itself",
                "JMH, a JVM each, 4 iterations of 2 s before 5 of 2 s; a record and a budget of its own each run; ± is half of the 99.9 % confidence interval");
        conditions.put(
                "batches",
                "%,d opportunities with an account and a stage; %d requests of each kind, one after the other, after %d; the answer is only sent when all is durable; server and PostgreSQL share the machine"
                        .formatted(RuledBatches.SIZE, ROUNDS, WARM_UP));
        return conditions;
    }
}
