package kith.script.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import kith.script.CompiledScript;
import kith.script.Limits;
import kith.script.ScriptFailure.LimitName;
import kith.script.ScriptOutcome;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import kith.script.run.ScriptRunner;

/** Runs rules in this process and in one of their own, and sees that it makes no difference. */
public final class BothRunners implements AutoCloseable {

    private final ScriptRunner inProcess = ScriptRunner.inProcess();
    private final RunProcesses inProcesses =
            new RunProcesses(RunProcessSettings.of(1).withSpares(1));

    /** The result of the one, that of the other being the same. */
    public RuleBench.Result run(CompiledScript script, Limits limits) {
        RuleBench.Result result = RuleBench.run(inProcess, script, limits);
        RuleBench.Result elsewhere = RuleBench.run(inProcesses, script, limits);
        assertThat(comparable(elsewhere.outcome()))
                .as("in a process")
                .isEqualTo(comparable(result.outcome()));
        assertThat(elsewhere.writes()).as("in a process").isEqualTo(result.writes());
        assertThat(elsewhere.record().content())
                .as("in a process")
                .usingRecursiveComparison()
                .isEqualTo(result.record().content());
        return result;
    }

    /** How deep a pattern of the JDK goes depends on the stack; all else is counted. */
    static Object comparable(ScriptOutcome outcome) {
        return switch (outcome) {
            case ScriptOutcome.Failed(var failure, _, _)
                    when failure.limit() == LimitName.PATTERN ->
                    failure;
            case ScriptOutcome.Failed failed -> failed;
            case ScriptOutcome.Finished finished -> finished;
        };
    }

    @Override
    public void close() {
        inProcesses.close();
    }
}
