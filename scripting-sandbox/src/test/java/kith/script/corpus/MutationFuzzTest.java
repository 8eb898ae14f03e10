package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptFailure;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptOutcome;
import kith.script.ScriptProblem;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import kith.script.worker.CompileWorkerPool;
import kith.script.worker.CompileWorkerSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Mutants of the corpus: each is refused or does no harm. The same ones each time, unless told by
 * {@code kith.fuzz.minutes} to go on with others.
 */
class MutationFuzzTest {

    private static final int FEW = 250;
    private static final long SEED = 20_261_122;

    /** Steps that take a tenth of the time: who reaches the time limit pays too little. */
    private static final Limits LIMITS =
            Limits.synchronous().withFuel(2_000_000).withWallTime(Duration.ofSeconds(20));

    private static final CompileWorkerPool POOL =
            new CompileWorkerPool(
                    CompileWorkerSettings.standard()
                            .withWorkers(1)
                            .withDeadline(Duration.ofSeconds(20)));

    private static final RunProcesses PROCESSES = new RunProcesses(RunProcessSettings.of(1));

    @AfterAll
    static void close() {
        PROCESSES.close();
        POOL.close();
    }

    @Test
    void harmlessWhateverBecomesOfARule() throws Exception {
        int minutes = Integer.getInteger("kith.fuzz.minutes", 0);
        long seed = Long.getLong("kith.fuzz.seed", minutes == 0 ? SEED : System.nanoTime());
        var mutations = new Mutations(rules(), new SplittableRandom(seed));
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        int ran = 0;
        for (int i = 0; i < FEW || System.nanoTime() < end; i++) {
            String rule = mutations.next();
            if (isRun(rule, "mutant %d of seed %d:%n%s".formatted(i, seed, rule))) {
                ran++;
            }
        }
        assertThat(ran).as("mutants that compile").isGreaterThan(FEW / 50);
    }

    private static boolean isRun(String rule, String description) {
        switch (RuleBench.compile(POOL, rule)) {
            case CompileResult.Refused(var problems) -> {
                for (ScriptProblem problem : problems) {
                    assertNamesNothing(problem.message() + " " + problem.hint(), rule, description);
                }
                return false;
            }
            case CompileResult.Compiled(var script) -> {
                assertHarmless(script, rule, description);
                return true;
            }
        }
    }

    private static void assertHarmless(CompiledScript script, String rule, String description) {
        switch (RuleBench.run(PROCESSES, script, LIMITS).outcome()) {
            case ScriptOutcome.Finished finished ->
                    assertNamesNothing(String.valueOf(finished.result()), rule, description);
            case ScriptOutcome.Failed(ScriptFailure failure, _, _) -> {
                assertThat(failure.message())
                        .as(description)
                        .isNotIn("the operation failed", "the process that ran the rule ended");
                assertNamesNothing(failure.message(), rule, description);
                assertThat(failure.limit()).as(description).isNotEqualTo(LimitName.WALL_TIME);
            }
        }
    }

    /** Nothing of the host that was not in the rule's own words. */
    private static void assertNamesNothing(String text, String rule, String description) {
        assertThat(CorpusChecks.HOST_NAME.matcher(text).results().map(MatchResult::group))
                .as(description)
                .allSatisfy(
                        name -> assertThat(rule).contains(name.substring(0, name.length() - 2)));
    }

    /** Rules that compile twice, so that most mutants are of them. */
    private static List<String> rules() throws Exception {
        List<CorpusFiles.Entry> benign = new CorpusFiles("benign").entries();
        List<CorpusFiles.Entry> attacks = new CorpusFiles("attacks").entries();
        Stream<CorpusFiles.Entry> compiling =
                Stream.concat(
                        Stream.concat(benign.stream(), benign.stream()),
                        attacks.stream()
                                .filter(attack -> !attack.heading().contains("at compile")));
        return Stream.concat(compiling, attacks.stream())
                .map(CorpusFiles.Entry::text)
                .map(text -> text.lines().skip(1).reduce("", (a, b) -> a + b + "\n"))
                .filter(text -> !text.isBlank() && text.length() < 2_000)
                .toList();
    }
}
