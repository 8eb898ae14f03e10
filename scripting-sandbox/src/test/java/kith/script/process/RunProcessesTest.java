package kith.script.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import kith.script.CrmGateway;
import kith.script.Limits;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptOutcome;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import kith.script.meter.Meter;
import kith.script.run.RunnableScript;
import kith.script.run.ScriptContext;
import kith.script.worker.ChildClassPath;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RunProcessesTest {

    private static final String SPIN = "int n = 0\nwhile (true) { n = n + 1 }";
    private static final long SECONDS = 30;

    private static final RunProcesses PROCESSES = new RunProcesses(RunProcessSettings.of(2));

    @AfterAll
    static void close() {
        PROCESSES.close();
    }

    @Test
    void runsWhereThereIsNoGroovyAndNothingOfTheHost() {
        assertThat(ChildClassPath.forRuns())
                .contains("asm")
                .doesNotContain("groovy")
                .doesNotContain("junit");
        var outcome = run("record.amount = record.amount * 2\nreturn record.amount");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.Finished.class,
                        finished ->
                                assertThat(finished.result()).isEqualTo(new BigDecimal("2000")));
    }

    @Test
    void startsProcessesWithoutTheEnvironmentOfTheHost() throws Exception {
        run("return 1");
        long pid = PROCESSES.pids().getFirst();
        assertThat(Path.of("/proc/" + pid + "/environ")).hasBinaryContent(new byte[0]);
    }

    @Test
    void asksForWhatIsNotAtHand() {
        var record = new SlowRecord(Map.of("id", "op-1", "name", "Acme"));
        var script = prepared("record.name = record.name + '!'\nreturn record.name + record.name");
        var outcome = script.run(record, null, context(1, new Meter(Limits.synchronous())));
        assertThat(((ScriptOutcome.Finished) outcome).result()).isEqualTo("Acme!Acme!");
        assertThat(record.asked).containsExactly("name", "name");
    }

    @Test
    void carriesTextsAsTheyAre() {
        var outcome = run("record.name = 'a\\n😀é'.substring(0, 3)\nreturn record.name");
        assertThat(((ScriptOutcome.Finished) outcome).result()).isEqualTo("a\n\ud83d");
    }

    @Test
    void spendsTheBudgetOfTheTransaction() {
        var script = prepared("for (int i = 0; i < 1000; i++) { record.name }\ncrm.query('Task')");
        var meter = new Meter(Limits.synchronous());
        var first = script.run(SampleCrm.opportunity(), null, context(1, meter));
        assertThat(meter.remaining().fuel())
                .isEqualTo(Limits.synchronous().fuel() - first.fuelSpent());
        assertThat(meter.remaining().queries()).isEqualTo(Limits.synchronous().queries() - 1);
        assertThat(meter.remaining().queryRows()).isEqualTo(Limits.synchronous().queryRows() - 5);
    }

    @Test
    void endsTheTransactionWhereALimitIsReached() {
        var script = prepared(SPIN);
        var meter = new Meter(Limits.synchronous().withFuel(10_000));
        assertThat(limit(script.run(SampleCrm.opportunity(), null, context(1, meter))))
                .isEqualTo(LimitName.FUEL);
        assertThat(
                        limit(
                                prepared("return 1")
                                        .run(SampleCrm.opportunity(), null, context(1, meter))))
                .isEqualTo(LimitName.FUEL);
    }

    @Test
    void letsFailuresOfTheHostThroughAndGoesOn() {
        var broken =
                new SlowRecord(Map.of()) {
                    @Override
                    public @Nullable Object get(String property) {
                        throw new IllegalStateException("connection lost");
                    }
                };
        var script =
                prepared(
                        """
                        try { record.name } catch (Exception e) { log.info('on') } finally { log.info('x') }
                        """);
        assertThatThrownBy(
                        () -> script.run(broken, null, context(1, new Meter(Limits.synchronous()))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("connection lost");
        assertThat(Meter.running()).isNull();
        assertThat(run("return 1")).isInstanceOf(ScriptOutcome.Finished.class);
    }

    @Test
    void letsARuleHandleRefusals() {
        assertThat(
                        ((ScriptOutcome.Finished)
                                        run(
                                                "try { crm.query('Task') } catch (Exception e) { return e.message }",
                                                CrmGateway.unavailable()))
                                .result())
                .isEqualTo("other records are not available here");
    }

    @Test
    void killsARunThatIsCancelled() throws Exception {
        var meter = new Meter(Limits.synchronous().withFuel(Long.MAX_VALUE));
        var script = prepared("record.description\n" + SPIN);
        var reached = new CountDownLatch(1);
        var record =
                new SlowRecord(Map.of("name", "x")) {
                    @Override
                    public @Nullable Object get(String property) {
                        reached.countDown();
                        return super.get(property);
                    }
                };
        var run = new FutureTask<>(() -> script.run(record, null, context(1, meter)));
        Thread.ofPlatform().daemon().start(run);
        assertThat(reached.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        meter.cancel();
        assertThat(limit(run.get(SECONDS, TimeUnit.SECONDS))).isEqualTo(LimitName.CANCELLED);
        assertThat(run("return 1")).isInstanceOf(ScriptOutcome.Finished.class);
    }

    @Test
    void stopsARuleWhenItsTimeIsUp() {
        var limits =
                Limits.synchronous().withFuel(Long.MAX_VALUE).withWallTime(Duration.ofMillis(200));
        assertThat(
                        limit(
                                prepared(SPIN)
                                        .run(
                                                SampleCrm.opportunity(),
                                                null,
                                                context(1, new Meter(limits)))))
                .isEqualTo(LimitName.WALL_TIME);
    }

    @Test
    void endsAProcessThatNeedsMoreMemoryThanItHas() {
        var limits =
                new Limits(
                        Long.MAX_VALUE,
                        Duration.ofSeconds(60),
                        Long.MAX_VALUE / 8,
                        100,
                        16,
                        0,
                        0,
                        0,
                        0);
        try (var small =
                new RunProcesses(RunProcessSettings.of(1).withSpares(0).withHeapMegabytes(32))) {
            var script =
                    small.prepare(
                            RuleBench.compiled(
                                    "def l = []\nwhile (true) { l << ('x' * 100000) + l.size() }"));
            assertThat(
                            limit(
                                    script.run(
                                            SampleCrm.opportunity(),
                                            null,
                                            context(1, new Meter(limits)))))
                    .isEqualTo(LimitName.ALLOCATION);
            assertThat(
                            small.prepare(RuleBench.compiled("return 1"))
                                    .run(
                                            SampleCrm.opportunity(),
                                            null,
                                            context(1, new Meter(Limits.synchronous()))))
                    .isInstanceOf(ScriptOutcome.Finished.class);
        }
    }

    @Test
    void givesEachTenantProcessesOfItsOwn() {
        try (var processes = new RunProcesses(RunProcessSettings.of(2).withSpares(0))) {
            var script = processes.prepare(RuleBench.compiled("return 1"));
            runFor(1, script);
            List<Long> first = processes.pids();
            runFor(1, script);
            assertThat(processes.pids()).isEqualTo(first).hasSize(1);
            runFor(2, script);
            assertThat(processes.pids()).hasSize(2).containsAll(first);
            runFor(3, script);
            assertThat(processes.pids()).hasSize(2).doesNotContainAnyElementsOf(first);
        }
    }

    @Test
    void replacesAProcessThatDied() throws Exception {
        try (var processes = new RunProcesses(RunProcessSettings.of(1).withSpares(0))) {
            var script = processes.prepare(RuleBench.compiled("return 1"));
            runFor(1, script);
            ProcessHandle process = ProcessHandle.of(processes.pids().getFirst()).orElseThrow();
            process.destroyForcibly();
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
            runFor(1, script);
        }
    }

    @Test
    void keepsProcessesReady() throws Exception {
        ProcessHandle process;
        try (var processes = new RunProcesses(RunProcessSettings.of(1).withSpares(2))) {
            assertThat(processes.pids()).hasSize(2);
            process = ProcessHandle.of(processes.pids().getFirst()).orElseThrow();
        }
        process.onExit().get(SECONDS, TimeUnit.SECONDS);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void runsRulesThatSetOffOneAnotherInOneProcess() {
        var script = prepared("crm.create('Task', [name: record.name])\nreturn limits.fuelLeft");
        var crm = new NestingCrm(script);
        var outcome = script.run(SampleCrm.opportunity(), null, contextWith(crm));
        assertThat(limit(outcome)).isEqualTo(LimitName.RULE_NESTING);
        assertThat(crm.deepest).isEqualTo(16);
        assertThat(Meter.running()).isNull();
    }

    @Test
    void countsOnTheHostWhatAPortSpends() {
        var record =
                new SlowRecord(Map.of("name", "x")) {
                    @Override
                    public @Nullable Object get(String property) {
                        Meter.current().countQuery();
                        return null;
                    }
                };
        var script = prepared("record.name\nreturn limits.queriesLeft");
        var outcome = script.run(record, null, context(1, new Meter(Limits.synchronous())));
        assertThat(((ScriptOutcome.Finished) outcome).result())
                .isEqualTo(Limits.synchronous().queries() - 1);
    }

    @Test
    void saysSoWhereProcessesDoNotStart() {
        try (var processes =
                new RunProcesses(RunProcessSettings.of(1).withSpares(0).withClassPath("nowhere"))) {
            var script = processes.prepare(RuleBench.compiled("return 1"));
            assertThatThrownBy(() -> runFor(1, script))
                    .hasMessageContaining("did not become ready");
        }
    }

    private static void runFor(int tenant, RunnableScript script) {
        assertThat(
                        script.run(
                                SampleCrm.opportunity(),
                                null,
                                context(tenant, new Meter(Limits.synchronous()))))
                .isInstanceOf(ScriptOutcome.Finished.class);
    }

    private static ScriptOutcome run(String rule) {
        return run(rule, new SampleCrm());
    }

    private static ScriptOutcome run(String rule, CrmGateway crm) {
        return prepared(rule).run(SampleCrm.opportunity(), null, contextWith(crm));
    }

    private static RunnableScript prepared(String rule) {
        return PROCESSES.prepare(RuleBench.compiled(rule));
    }

    private static @Nullable LimitName limit(ScriptOutcome outcome) {
        ScriptFailure failure = ((ScriptOutcome.Failed) outcome).failure();
        return failure.limit();
    }

    private static ScriptContext contextWith(CrmGateway crm) {
        return RuleBench.context(Limits.synchronous(), crm, null);
    }

    private static ScriptContext context(int tenant, Meter meter) {
        return new ScriptContext(
                tenant, RuleBench.NOW, RuleBench.ZONE, true, meter, new SampleCrm());
    }
}
