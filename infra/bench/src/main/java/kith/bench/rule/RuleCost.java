package kith.bench.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import kith.script.CompileResult;
import kith.script.CrmGateway;
import kith.script.Limits;
import kith.script.ScriptOutcome;
import kith.script.ScriptSource;
import kith.script.compile.InProcessScriptCompiler;
import kith.script.meter.Meter;
import kith.script.process.RunProcessSettings;
import kith.script.process.RunProcesses;
import kith.script.run.RunnableScript;
import kith.script.run.ScriptContext;
import kith.script.run.ScriptRunner;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One run of one rule on a record of its own, with a budget of its own, as in a write of a single
 * record: the sandbox alone, without the server around it.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
public class RuleCost {

    /** Parameter of runs in the thread that asks. */
    static final String HERE = "in-process";

    /** Parameter of runs in a process that holds nothing worth stealing. */
    static final String ELSEWHERE = "process";

    private static final Instant NOW = Instant.parse("2026-11-02T10:15:00Z");

    /** A name of {@link TypicalRules#scripts}. */
    @Param({"probability", "name", "amount", "close-date", "account"})
    public String rule = "";

    /** Where the rule runs. */
    @Param({HERE, ELSEWHERE})
    public String where = "";

    private @Nullable RunProcesses processes;
    private @Nullable RunnableScript script;

    /** Compiles the rule and starts what runs it. */
    @Setup(Level.Trial)
    public void prepare() {
        String text = TypicalRules.scripts().get(rule);
        if (text == null) {
            throw new IllegalArgumentException("there is no rule " + rule);
        }
        script = runner().prepare(compiled(text));
        run();
    }

    private ScriptRunner runner() {
        if (where.equals(HERE)) {
            return ScriptRunner.inProcess();
        }
        processes = new RunProcesses(RunProcessSettings.of(1).withSpares(0));
        return processes;
    }

    private kith.script.CompiledScript compiled(String text) {
        ScriptSource source = new ScriptSource(rule, text, TypicalRules.OBJECT);
        return switch (new InProcessScriptCompiler().compile(source, SampleOpportunity.TYPES)) {
            case CompileResult.Compiled(var compiled) -> compiled;
            case CompileResult.Refused(var problems) ->
                    throw new IllegalStateException(rule + " is refused: " + problems);
        };
    }

    /** The run that is measured; it fails where the rule does. */
    @Benchmark
    public ScriptOutcome run() {
        if (script == null) {
            throw new IllegalStateException("nothing is prepared");
        }
        ScriptOutcome outcome =
                script.run(
                        SampleOpportunity.fresh(),
                        null,
                        new ScriptContext(
                                1,
                                NOW,
                                ZoneOffset.UTC,
                                true,
                                new Meter(Limits.synchronous()),
                                CrmGateway.unavailable()));
        return switch (outcome) {
            case ScriptOutcome.Finished finished when finished.violations().isEmpty() -> finished;
            case ScriptOutcome.Finished _, ScriptOutcome.Failed _ ->
                    throw new IllegalStateException(rule + " does not run: " + outcome);
        };
    }

    /** Ends the process, where there is one. */
    @TearDown(Level.Trial)
    public void end() {
        if (processes != null) {
            processes.close();
        }
    }
}
