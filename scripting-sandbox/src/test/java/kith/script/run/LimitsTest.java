package kith.script.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptLogLine;
import kith.script.ScriptLogLine.Level;
import kith.script.ScriptOutcome;
import kith.script.corpus.MapRecord;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class LimitsTest {

    private static final int REPEATS = 1_000;

    /** Small, so that a thousand runs take seconds; time is left out of it. */
    private static final Limits SMALL =
            new Limits(50_000, Duration.ofSeconds(60), 2_000_000, 20, 16, 7, 23, 5, 10);

    private static final RunProcesses PROCESSES = new RunProcesses(RunProcessSettings.of(1));

    private record Case(LimitName limit, String rule) {}

    /** Where a rule stood when it was stopped is what it wrote to the record last. */
    private static final Stream<Case> CASES =
            Stream.of(
                    new Case(
                            LimitName.FUEL,
                            """
                            int i = 0
                            def seen = [:]
                            while (true) {
                                i = i + 1
                                record.probability = i
                                seen["k${i % 50}".toString()] = record.name.toUpperCase()
                                record.discount = i * 2
                            }
                            """),
                    new Case(
                            LimitName.ALLOCATION,
                            """
                            def all = []
                            for (int i = 0; i < 10000; i++) {
                                record.probability = i
                                all << record.name.padRight(5000 + i)
                            }
                            """),
                    new Case(
                            LimitName.CALL_DEPTH,
                            """
                            def down(int n) {
                                record.probability = n
                                return down(n + 1)
                            }
                            down(0)
                            """),
                    new Case(
                            LimitName.QUERIES,
                            """
                            for (int i = 0; i < 100; i++) {
                                record.probability = i
                                crm.get('Account', 'missing')
                            }
                            """),
                    new Case(
                            LimitName.QUERY_ROWS,
                            """
                            for (int i = 0; i < 100; i++) {
                                record.probability = i
                                crm.query('Task')
                            }
                            """));

    @AfterAll
    static void close() {
        PROCESSES.close();
    }

    @TestFactory
    Stream<DynamicTest> stopsAThousandRunsAtTheSameStatement() {
        return CASES.flatMap(each ->
                Stream.of(
                        DynamicTest.dynamicTest(
                                each.limit() + " in process",
                                () -> assertSame(each, ScriptRunner.inProcess())),
                        DynamicTest.dynamicTest(
                                each.limit() + " in a process of its own",
                                () -> assertSame(each, PROCESSES))));
    }

    private static void assertSame(Case each, ScriptRunner runner) {
        RunnableScript script = runner.prepare(RuleBench.compiled(each.rule()));
        Set<Object> ends = new HashSet<>();
        for (int i = 0; i < REPEATS; i++) {
            MapRecord record = SampleCrm.opportunity();
            ScriptOutcome outcome =
                    script.run(record, null, RuleBench.context(SMALL, new SampleCrm(), null));
            ends.add(outcome + " at " + record.get("probability") + ", " + record.get("discount"));
        }
        assertThat(ends).hasSize(1).first().asString().contains("limit=" + each.limit() + "]");
    }

    @Test
    void namesTheLimitAndTheLine() {
        ScriptFailure failure = failure("int n = 0\nwhile (true) { n = n + 1 }");
        assertThat(failure.text())
                .isEqualTo("line 2: more steps than a rule may take (limit: fuel)");
    }

    @Test
    void warnsWhereFourFifthsAreSpent() {
        CompiledScript script =
                RuleBench.compiled("for (int i = 0; i < 6; i++) { crm.get('Account', 'missing') }");
        assertThat(RuleBench.run(script, SampleCrm.opportunity(), null, SMALL).log())
                .containsExactly(
                        new ScriptLogLine(
                                Level.WARN,
                                "6 of 7 queries that the rules of one transaction may take are spent"));
        assertThat(RuleBench.run(script, SampleCrm.opportunity(), null, Limits.synchronous()).log())
                .isEmpty();
    }

    @Test
    void tellsARuleWhatIsLeft() {
        assertThat(RuleBench.result("crm.query('Task')\nreturn limits.queriesLeft"))
                .isEqualTo(Limits.synchronous().queries() - 1);
        assertThat(RuleBench.result("crm.query('Task')\nreturn limits.queryRowsLeft"))
                .isEqualTo(Limits.synchronous().queryRows() - 5);
        assertThat(RuleBench.result("crm.update(crm.get('Task', 't'))\nreturn limits.writesLeft"))
                .isEqualTo(Limits.synchronous().writes() - 1);
        assertThat(RuleBench.result("return limits.allocationLeft > 1000000 ? 1 : 0")).isEqualTo(1);
        assertThat(
                        RuleBench.result(
                                "def l = limits.fuelLeft\nfor (i in 1..9) { record.name }\nreturn l > limits.fuelLeft ? 1.5 : 0.5"))
                .isEqualTo(new BigDecimal("1.5"));
    }

    private static ScriptFailure failure(String rule) {
        var outcome = RuleBench.run(RuleBench.compiled(rule), SampleCrm.opportunity(), null, SMALL);
        return ((ScriptOutcome.Failed) outcome).failure();
    }
}
