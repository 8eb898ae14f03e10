package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kith.script.CompileResult;
import kith.script.Limits;
import kith.script.ScriptOutcome;
import kith.script.run.ScriptRunner;
import kith.script.worker.CompileWorkerPool;
import kith.script.worker.CompileWorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The corpus with the compiler of the next major Groovy, so that what changes there is known before
 * anybody has to move. Only the compile workers hold any Groovy, so only they change.
 */
class NextGroovyCorpusTest {

    private static final Path NEXT = Path.of("target", "next-groovy", "groovy-next.jar");

    /**
     * What is known to differ: a switch as a value is parsed as such and does no harm there; a map
     * is read by a method for keys that are texts, which no list names yet.
     */
    private static final Set<String> DIFFERENT =
            Set.of(
                    "434-switch-value.groovy",
                    "019-map-lookup.groovy",
                    "052-text-map-values.groovy",
                    "053-text-map-keys.groovy");

    private static final CompileWorkerPool POOL =
            new CompileWorkerPool(
                    CompileWorkerSettings.standard()
                            .withWorkers(1)
                            .withDeadline(Duration.ofSeconds(20))
                            .withClassPath(withNext(CompileWorkerSettings.standard().classPath())));

    private static final CorpusChecks CHECKS =
            new CorpusChecks(
                    POOL,
                    script ->
                            RuleBench.run(ScriptRunner.inProcess(), script, Limits.synchronous())
                                    .outcome());

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void isAnotherGroovy() {
        assertThat(NEXT).exists();
        assertThat(withNext(CompileWorkerSettings.standard().classPath()))
                .doesNotContain("groovy-5");
    }

    @TestFactory
    Stream<DynamicTest> stopsEveryAttack() throws Exception {
        return entries("attacks")
                .map(attack ->
                        DynamicTest.dynamicTest(attack.name(), () -> CHECKS.assertStopped(attack)));
    }

    @TestFactory
    Stream<DynamicTest> runsEveryRule() throws Exception {
        return entries("benign")
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> CHECKS.assertRuns(rule)));
    }

    /** A difference that has gone is to be taken from the list. */
    @Test
    void differsWhereItIsKnownToDiffer() throws Exception {
        for (CorpusFiles.Entry attack : new CorpusFiles("attacks").entries()) {
            if (DIFFERENT.contains(attack.name())) {
                assertThat(RuleBench.compile(POOL, attack.text()))
                        .as(attack.name())
                        .isInstanceOfSatisfying(
                                CompileResult.Compiled.class, NextGroovyCorpusTest::assertHarmless);
            }
        }
        for (CorpusFiles.Entry rule : new CorpusFiles("benign").entries()) {
            if (DIFFERENT.contains(rule.name())) {
                assertThat(RuleBench.compile(POOL, rule.text()))
                        .as(rule.name())
                        .isInstanceOf(CompileResult.Refused.class);
            }
        }
    }

    private static void assertHarmless(CompileResult.Compiled compiled) {
        assertThat(
                        RuleBench.run(
                                        ScriptRunner.inProcess(),
                                        compiled.script(),
                                        Limits.synchronous())
                                .outcome())
                .isInstanceOf(ScriptOutcome.Finished.class);
    }

    private static Stream<CorpusFiles.Entry> entries(String folder) throws Exception {
        return new CorpusFiles(folder)
                .entries().stream().filter(entry -> !DIFFERENT.contains(entry.name()));
    }

    private static String withNext(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(place ->
                        place.matches(".*groovy-[0-9.]+\\.jar")
                                ? NEXT.toAbsolutePath().toString()
                                : place)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
