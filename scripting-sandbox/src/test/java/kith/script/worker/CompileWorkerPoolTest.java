package kith.script.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kith.script.CompileResult;
import kith.script.ScriptProblem.Code;
import kith.script.corpus.RuleBench;
import org.junit.jupiter.api.Test;

class CompileWorkerPoolTest {

    private static final CompileWorkerSettings ONE =
            CompileWorkerSettings.standard().withWorkers(1).withDeadline(Duration.ofSeconds(30));

    @Test
    void compilesInAnotherProcess() {
        try (var pool = new CompileWorkerPool(ONE)) {
            assertThat(RuleBench.compile(pool, "record.amount = 5"))
                    .isInstanceOf(CompileResult.Compiled.class);
            assertThat(RuleBench.compile(pool, "record.amout = 5"))
                    .isInstanceOfSatisfying(
                            CompileResult.Refused.class,
                            refused ->
                                    assertThat(refused.problems().getFirst().hint())
                                            .isEqualTo("Did you mean amount?"));
            assertThat(pool.workerPids()).hasSize(1).doesNotContain(ProcessHandle.current().pid());
        }
    }

    @Test
    void killsAWorkerAtItsDeadlineAndReplacesIt() {
        try (var pool = new CompileWorkerPool(ONE.withDeadline(Duration.ofMillis(1)))) {
            List<Long> before = pool.workerPids();
            assertThat(RuleBench.compile(pool, "return [1, 2].collect { it * 2 }.sum()"))
                    .isInstanceOfSatisfying(
                            CompileResult.Refused.class,
                            refused ->
                                    assertThat(refused.problems().getFirst().code())
                                            .isEqualTo(Code.TOO_EXPENSIVE));
            assertThat(pool.workerPids()).hasSize(1).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void replacesAWorkerThatDied() throws Exception {
        try (var pool = new CompileWorkerPool(ONE)) {
            RuleBench.compile(pool, "return 1");
            var worker = ProcessHandle.of(pool.workerPids().getFirst()).orElseThrow();
            worker.destroyForcibly();
            worker.onExit().get(30, TimeUnit.SECONDS);
            assertThat(RuleBench.compile(pool, "return 2"))
                    .isInstanceOf(CompileResult.Compiled.class);
        }
    }

    @Test
    void ownsItsProcesses() throws Exception {
        ProcessHandle worker;
        try (var pool = new CompileWorkerPool(ONE)) {
            worker = ProcessHandle.of(pool.workerPids().getFirst()).orElseThrow();
        }
        worker.onExit().get(30, TimeUnit.SECONDS);
        assertThat(worker.isAlive()).isFalse();
    }

    @Test
    void refusesALongTextWithoutAskingAWorker() {
        try (var pool = new CompileWorkerPool(ONE.withDeadline(Duration.ofMillis(1)))) {
            assertThat(RuleBench.compile(pool, "a".repeat(30_000)))
                    .isInstanceOfSatisfying(
                            CompileResult.Refused.class,
                            refused ->
                                    assertThat(refused.problems().getFirst().code())
                                            .isEqualTo(Code.TOO_COMPLEX));
        }
    }

    @Test
    void saysSoWhenWorkersDoNotStart() {
        try (var pool = new CompileWorkerPool(ONE.withClassPath("nowhere"))) {
            assertThatThrownBy(() -> RuleBench.compile(pool, "return 1"))
                    .hasMessageContaining("did not become ready");
        }
    }

    @Test
    void givesWorkersNothingOfTheHostsClassPathButTheCompiler() {
        assertThat(ChildClassPath.forCompilation())
                .contains("groovy")
                .contains("asm")
                .doesNotContain("junit");
    }
}
