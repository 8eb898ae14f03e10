package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.compile.InProcessScriptCompiler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A rule that spends too much stops at the same place each time, in the server and in a process of
 * its own: at the same line, with the same words, after the same steps.
 */
class StoppingPlaceTest {

    private static final int TIMES = Integer.getInteger("kith.repeats", 3);

    /** A tenth of the steps takes a tenth of the time, and any number of them has its place. */
    private static final Limits LIMITS =
            Limits.synchronous().withFuel(2_000_000).withWallTime(Duration.ofSeconds(20));

    private static final BothRunners RUNNERS = new BothRunners();

    @AfterAll
    static void close() {
        RUNNERS.close();
    }

    @TestFactory
    Stream<DynamicTest> isTheSameEachTime() throws Exception {
        return new CorpusFiles("attacks")
                .entries().stream()
                        .filter(entry -> entry.heading().contains("limit error"))
                        .flatMap(StoppingPlaceTest::compiled)
                        .map(entry ->
                                DynamicTest.dynamicTest(
                                        entry.name(), () -> stopsThere(entry.script())));
    }

    private record Compiled(String name, CompiledScript script) {}

    private static Stream<Compiled> compiled(CorpusFiles.Entry entry) {
        return RuleBench.compile(new InProcessScriptCompiler(), entry.text())
                        instanceof CompileResult.Compiled(var script)
                ? Stream.of(new Compiled(entry.name(), script))
                : Stream.empty();
    }

    private static void stopsThere(CompiledScript script) {
        Object first = BothRunners.comparable(RUNNERS.run(script, LIMITS).outcome());
        for (int time = 1; time < TIMES; time++) {
            assertThat(BothRunners.comparable(RUNNERS.run(script, LIMITS).outcome()))
                    .isEqualTo(first);
        }
    }
}
