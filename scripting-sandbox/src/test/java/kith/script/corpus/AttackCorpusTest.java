package kith.script.corpus;

import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import kith.script.Limits;
import kith.script.worker.CompileWorkerPool;
import kith.script.worker.CompileWorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The corpus only grows: whatever once got through stays here. */
class AttackCorpusTest {

    /** Well above what a rule may take; the machine may be busy. */
    private static final Duration COMPILE_DEADLINE = Duration.ofSeconds(20);

    private static final Duration TOTAL = Duration.ofSeconds(60);

    private static final CompileWorkerPool POOL =
            new CompileWorkerPool(
                    CompileWorkerSettings.standard().withWorkers(1).withDeadline(COMPILE_DEADLINE));

    private static final BothRunners RUNNERS = new BothRunners();

    private static final CorpusChecks CHECKS =
            new CorpusChecks(POOL, script -> RUNNERS.run(script, Limits.synchronous()).outcome());

    @AfterAll
    static void close() {
        RUNNERS.close();
        POOL.close();
    }

    @TestFactory
    Stream<DynamicTest> stopsEveryAttack() throws Exception {
        return new CorpusFiles("attacks")
                .entries().stream()
                        .map(entry ->
                                DynamicTest.dynamicTest(
                                        entry.name(),
                                        () ->
                                                assertTimeout(
                                                        TOTAL, () -> CHECKS.assertStopped(entry))));
    }
}
