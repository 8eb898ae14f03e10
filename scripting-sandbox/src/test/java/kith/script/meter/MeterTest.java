package kith.script.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptOutcome;
import kith.script.corpus.RuleBench;
import kith.script.corpus.SampleCrm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeterTest {

    private static final String COUNTING =
            """
            int reached = 0
            try {
                while (true) {
                    reached++
                    log.info(reached)
                    [3, 1, 2].sort { a, b -> a <=> b }.each { "x${it}".toUpperCase() }
                }
            } catch (Exception e) {
                log.info('went on')
            } finally {
                log.info('finally')
            }
            """;

    @Test
    void stopsAtTheSameStatementEachTime() {
        var script = RuleBench.compiled(COUNTING);
        var limits = Limits.synchronous().withFuel(7_000);
        var first = RuleBench.run(script, SampleCrm.opportunity(), null, limits);
        assertThat(first.log()).hasSizeGreaterThan(5);
        for (int i = 0; i < 20; i++) {
            assertThat(RuleBench.run(script, SampleCrm.opportunity(), null, limits))
                    .isEqualTo(first);
        }
    }

    @Test
    void spendsTheSameOnTheSameRecord() {
        var script = RuleBench.compiled("record.name.split(' ').each { log.info(it) }");
        long fuel = fuel(script);
        assertThat(fuel).isPositive().isEqualTo(fuel(script));
    }

    private static long fuel(CompiledScript script) {
        return RuleBench.run(script, SampleCrm.opportunity(), null, Limits.synchronous())
                .fuelSpent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "try { while (true) { } } catch (Exception e) { } finally { log.info('x') }",
                "try { while (true) { } } finally { return 1 }",
                "while (true) { try { while (true) { } } catch (e) { continue } }",
                "def f = { try { while (true) { } } finally { return 1 } }; f(); f(); return 2"
            })
    void cannotBeSwallowed(String rule) {
        var outcome = RuleBench.run(rule);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScriptOutcome.Failed.class,
                        failed -> assertThat(failed.failure().limit()).isEqualTo(LimitName.FUEL));
        assertThat(outcome.log()).isEmpty();
    }

    @Test
    void staysExhausted() {
        var meter = new Meter(Limits.synchronous());
        LimitError error = meter.exhaust(LimitName.TEXT_LENGTH, "too long");
        assertThatThrownBy(() -> meter.tick(1)).isSameAs(error);
        assertThatThrownBy(() -> meter.spend(1)).isSameAs(error);
        assertThatThrownBy(() -> meter.allocate(1)).isSameAs(error);
        assertThatThrownBy(() -> meter.caught(new IllegalStateException(), 0)).isSameAs(error);
        assertThat(meter.exhaust(LimitName.FUEL, "other")).isSameAs(error);
    }

    @Test
    void countsFuelExactly() {
        var meter = new Meter(Limits.synchronous().withFuel(10_000));
        int depth = meter.start();
        meter.tick(3);
        meter.spend(5_000);
        meter.tick(7);
        assertThat(meter.fuelLeft()).isEqualTo(10_000 - 5_010);
        meter.spend(4_990);
        assertThat(meter.fuelLeft()).isZero();
        assertThatThrownBy(() -> meter.tick(1)).isInstanceOf(LimitError.class);
        meter.finish(depth);
    }

    @Test
    void watchesTheClockWhileARuleRuns() {
        var time = new AtomicLong();
        var meter = new Meter(Limits.synchronous().withWallTime(Duration.ofMillis(10)), time::get);
        int depth = meter.start();
        time.addAndGet(Duration.ofMillis(9).toNanos());
        meter.spend(2_000);
        meter.finish(depth);
        time.addAndGet(Duration.ofHours(1).toNanos());
        int again = meter.start();
        meter.spend(2_000);
        time.addAndGet(Duration.ofMillis(2).toNanos());
        assertThatThrownBy(() -> meter.spend(2_000))
                .isInstanceOfSatisfying(
                        LimitError.class,
                        error -> assertThat(error.limit()).isEqualTo(LimitName.WALL_TIME));
        meter.finish(again);
    }

    @Test
    void isCancelledFromOutside() {
        var meter = new Meter(Limits.synchronous());
        meter.cancel();
        assertThatThrownBy(() -> meter.spend(2_000))
                .isInstanceOfSatisfying(
                        LimitError.class,
                        error -> assertThat(error.limit()).isEqualTo(LimitName.CANCELLED));
    }

    @Test
    void letsARuleSeeWhatIsLeft() {
        assertThat(RuleBench.result("long a = limits.fuelLeft; 3.times { }; limits.fuelLeft < a"))
                .isEqualTo(true);
    }
}
