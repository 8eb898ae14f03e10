package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Function;
import java.util.regex.Pattern;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.ScriptCompiler;
import kith.script.ScriptFailure.Kind;
import kith.script.ScriptOutcome;
import kith.script.ScriptProblem;
import org.jspecify.annotations.Nullable;

/** What has to come of the rules of the corpus, whoever compiles and runs them. */
record CorpusChecks(ScriptCompiler compiler, Function<CompiledScript, ScriptOutcome> running) {

    static final Pattern HOST_NAME =
            Pattern.compile("\\b(java|javax|jdk|sun|groovy|org|kith|dictionary|script)[./]\\w");

    private static final String MUST_RETURN = "| must return ";

    /** A second in each place on a machine of its own. */
    private static final Duration SECONDS_IF_BUSY = Duration.ofSeconds(8);

    void assertStopped(CorpusFiles.Entry attack) {
        boolean isForCompile = attack.heading().contains("must be rejected at compile");
        switch (RuleBench.compile(compiler, attack.text())) {
            case CompileResult.Refused(var problems) -> {
                assertThat(isForCompile).as("refused: %s", problems).isTrue();
                assertThat(problems).allSatisfy(CorpusChecks::assertNamesNothingOfTheHost);
            }
            case CompileResult.Compiled(var script) -> {
                assertThat(isForCompile).as("got through the compiler").isFalse();
                assertHarmless(attack, script);
            }
        }
    }

    void assertRuns(CorpusFiles.Entry rule) {
        var compiled = RuleBench.compile(compiler, rule.text());
        assertThat(compiled).isInstanceOf(CompileResult.Compiled.class);
        assertThat(running.apply(((CompileResult.Compiled) compiled).script()))
                .isInstanceOfSatisfying(
                        ScriptOutcome.Finished.class,
                        finished -> {
                            assertThat(finished.violations()).isEmpty();
                            assertReturns(rule.heading(), finished.result());
                        });
    }

    static void assertNamesNothingOfTheHost(ScriptProblem problem) {
        assertThat(problem.message() + " " + problem.hint()).doesNotContainPattern(HOST_NAME);
    }

    private void assertHarmless(CorpusFiles.Entry attack, CompiledScript script) {
        long start = System.nanoTime();
        ScriptOutcome outcome = running.apply(script);
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

    private static void assertReturns(String heading, @Nullable Object result) {
        int at = heading.indexOf(MUST_RETURN);
        if (at >= 0) {
            assertThat(String.valueOf(result))
                    .isEqualTo(heading.substring(at + MUST_RETURN.length()));
        }
    }
}
