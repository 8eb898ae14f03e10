package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptOutcome;
import kith.script.worker.CompileWorkerPool;
import kith.script.worker.CompileWorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus only grows: whatever once got through stays here. */
class AttackCorpusTest {

    private static final Pattern HOST_NAME =
            Pattern.compile("\\b(java|javax|jdk|sun|groovy|org|kith|dictionary|script)[./]\\w");

    /** Well above what a rule may take; the machine may be busy. */
    private static final Duration COMPILE_DEADLINE = Duration.ofSeconds(20);

    private static final Duration TOTAL = Duration.ofSeconds(60);

    /** A second on a machine of its own. */
    private static final Duration SECONDS_IF_BUSY = Duration.ofSeconds(4);

    private static final CompileWorkerPool POOL =
            new CompileWorkerPool(
                    CompileWorkerSettings.standard().withWorkers(1).withDeadline(COMPILE_DEADLINE));

    @AfterAll
    static void close() {
        POOL.close();
    }

    @TestFactory
    Stream<DynamicTest> stopsEveryAttack() throws Exception {
        return new CorpusFiles("attacks")
                .entries().stream()
                        .map(attack ->
                                DynamicTest.dynamicTest(
                                        attack.name(),
                                        () -> assertTimeout(TOTAL, () -> assertStopped(attack))));
    }

    private static void assertStopped(CorpusFiles.Entry attack) {
        boolean isForCompile = attack.heading().contains("must be rejected at compile");
        switch (RuleBench.compile(POOL, attack.text())) {
            case CompileResult.Refused(var problems) -> {
                assertThat(isForCompile).as("refused: %s", problems).isTrue();
                assertThat(problems)
                        .allSatisfy(problem ->
                                assertThat(problem.message() + " " + problem.hint())
                                        .doesNotContainPattern(HOST_NAME));
            }
            case CompileResult.Compiled(var script) -> {
                assertThat(isForCompile).as("got through the compiler").isFalse();
                assertHarmless(attack, script);
            }
        }
    }

    private static void assertHarmless(CorpusFiles.Entry attack, CompiledScript script) {
        long start = System.nanoTime();
        var outcome =
                RuleBench.run(
                        script,
                        SampleCrm.opportunity(),
                        SampleCrm.opportunity(),
                        Limits.synchronous());
        if (attack.heading().contains("must be answered within a second")) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SECONDS_IF_BUSY);
            assertThat(outcome).isInstanceOf(ScriptOutcome.Finished.class);
            return;
        }
        boolean isError = attack.heading().contains("must fail with an error");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.Failed.class,
                        failed -> {
                            var failure = failed.failure();
                            assertThat(failure.kind()).isEqualTo(isError ? Kind.ERROR : Kind.LIMIT);
                            assertThat(failure.limit() == null).isEqualTo(isError);
                            assertThat(failure.line()).isPositive();
                            assertThat(failure.message())
                                    .isNotEqualTo("the operation failed")
                                    .doesNotContainPattern(HOST_NAME);
                        });
    }
}
