package kith.bench.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What each typical rule costs a record.
 *
 * @param microseconds by rule, in the server's own process
 * @param microsecondsElsewhere by rule, in a process for rules
 */
record RuleCosts(Map<String, Cost> microseconds, Map<String, Cost> microsecondsElsewhere) {

    /**
     * The mean of the iterations.
     *
     * @param error half of the 99.9 % confidence interval
     */
    record Cost(double mean, double error) {}

    /** Measures them with JMH, each in a JVM of its own; it takes some three minutes. */
    static RuleCosts measured() {
        try {
            List<RunResult> results =
                    List.copyOf(
                            new Runner(
                                            new OptionsBuilder()
                                                    .include(RuleCost.class.getName() + "\\.run")
                                                    .verbosity(VerboseMode.SILENT)
                                                    .shouldFailOnError(true)
                                                    .jvmArgsAppend("-Xmx512m")
                                                    .build())
                                    .run());
            return new RuleCosts(at(results, RuleCost.HERE), at(results, RuleCost.ELSEWHERE));
        } catch (RunnerException failure) {
            throw new IllegalStateException("the rules could not be measured", failure);
        }
    }

    private static Map<String, Cost> at(List<RunResult> results, String where) {
        return results.stream()
                .filter(result -> result.getParams().getParam("where").equals(where))
                .collect(
                        Collectors.toMap(
                                result -> result.getParams().getParam("rule"),
                                result ->
                                        new Cost(
                                                result.getPrimaryResult().getScore(),
                                                result.getPrimaryResult().getScoreError())));
    }
}
