package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import kith.script.CompileResult;
import kith.script.Limits;
import kith.script.ScriptOutcome;
import kith.script.worker.CompileWorkerPool;
import kith.script.worker.CompileWorkerSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class BenignCorpusTest {

    private static final String MUST_RETURN = "| must return ";

    private static final CompileWorkerPool POOL =
            new CompileWorkerPool(
                    CompileWorkerSettings.standard()
                            .withWorkers(1)
                            .withDeadline(Duration.ofSeconds(20)));

    @AfterAll
    static void close() {
        POOL.close();
    }

    @TestFactory
    Stream<DynamicTest> runsEveryRule() throws Exception {
        return new CorpusFiles("benign")
                .entries().stream()
                        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> assertRuns(rule)));
    }

    private static void assertRuns(CorpusFiles.Entry rule) {
        var compiled = RuleBench.compile(POOL, rule.text());
        assertThat(compiled).isInstanceOf(CompileResult.Compiled.class);
        var script = ((CompileResult.Compiled) compiled).script();
        var outcome =
                RuleBench.run(
                        script,
                        SampleCrm.opportunity(),
                        SampleCrm.opportunity(),
                        Limits.synchronous());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.Finished.class,
                        finished -> {
                            assertThat(finished.violations()).isEmpty();
                            assertReturns(rule.heading(), finished.result());
                        });
    }

    private static void assertReturns(String heading, @Nullable Object result) {
        int at = heading.indexOf(MUST_RETURN);
        if (at >= 0) {
            assertThat(String.valueOf(result))
                    .isEqualTo(heading.substring(at + MUST_RETURN.length()));
        }
    }
}
