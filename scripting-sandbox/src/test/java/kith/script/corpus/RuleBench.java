package kith.script.corpus;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import kith.script.CompileResult;
import kith.script.CompiledScript;
import kith.script.CrmGateway;
import kith.script.Limits;
import kith.script.ScriptCompiler;
import kith.script.ScriptForm;
import kith.script.ScriptOutcome;
import kith.script.ScriptProblem;
import kith.script.ScriptRecord;
import kith.script.ScriptSource;
import kith.script.ScriptSubject;
import kith.script.compile.InProcessScriptCompiler;
import kith.script.meter.Meter;
import kith.script.run.ScriptContext;
import kith.script.run.ScriptLoader;
import kith.script.run.ScriptRun;
import kith.script.run.ScriptRunner;
import org.jspecify.annotations.Nullable;

/** Compiles and runs rules on the sample CRM. */
public final class RuleBench {

    public static final Instant NOW = Instant.parse("2026-11-22T23:30:00Z");
    public static final int TENANT = 1;
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private RuleBench() {}

    public static CompileResult compile(ScriptCompiler compiler, String text) {
        return compiler.compile(
                new ScriptSource("rule", text, "Opportunity", form(text)), SampleCrm.TYPES);
    }

    /** The first line of a rule of the corpus says how it is called. */
    private static ScriptForm form(String text) {
        String heading = text.lines().findFirst().orElse("");
        return new ScriptForm(heading.contains("| per batch"), !heading.contains("| after saving"));
    }

    public static CompiledScript compiled(String text) {
        return switch (compile(new InProcessScriptCompiler(), text)) {
            case CompileResult.Compiled(var script) -> script;
            case CompileResult.Refused(var problems) ->
                    throw new AssertionError("refused: " + problems);
        };
    }

    public static List<ScriptProblem> problems(String text) {
        return switch (compile(new InProcessScriptCompiler(), text)) {
            case CompileResult.Compiled _ -> List.of();
            case CompileResult.Refused(var problems) -> problems;
        };
    }

    public static ScriptOutcome run(String text) {
        return run(text, SampleCrm.opportunity());
    }

    public static ScriptOutcome run(String text, ScriptRecord record) {
        return run(compiled(text), record, SampleCrm.opportunity(), Limits.synchronous());
    }

    public static ScriptOutcome run(
            CompiledScript script, ScriptRecord record, @Nullable ScriptRecord old, Limits limits) {
        return ScriptRun.run(
                ScriptLoader.load(script), record, old, context(limits, new SampleCrm(), old));
    }

    /** What a run came to, and the record that it left. */
    public record Result(ScriptOutcome outcome, MapRecord record, List<String> writes) {}

    /** Runs a rule on the sample opportunity, wherever the runner does that. */
    public static Result run(ScriptRunner runner, CompiledScript script, Limits limits) {
        MapRecord record = SampleCrm.opportunity();
        MapRecord old = SampleCrm.opportunity();
        var crm = new SampleCrm();
        List<ScriptSubject> subjects = new ArrayList<>();
        subjects.add(new ScriptSubject(record, old));
        if (script.form().isPerBatch()) {
            MapRecord second = SampleCrm.opportunity();
            second.set("id", "op-2");
            subjects.add(new ScriptSubject(second, SampleCrm.opportunity()));
            subjects.add(new ScriptSubject(SampleCrm.opportunity(), null));
        }
        ScriptOutcome outcome = runner.prepare(script).run(subjects, context(limits, crm, old));
        return new Result(outcome, record, crm.writes());
    }

    public static ScriptContext context(
            Limits limits, CrmGateway gateway, @Nullable ScriptRecord old) {
        return new ScriptContext(TENANT, NOW, ZONE, old == null, new Meter(limits), gateway);
    }

    /** What a rule returns that finishes without violations. */
    public static @Nullable Object result(String text) {
        return switch (run(text)) {
            case ScriptOutcome.Finished finished when finished.violations().isEmpty() ->
                    finished.result();
            case ScriptOutcome.Finished finished ->
                    throw new AssertionError("refused: " + finished.violations());
            case ScriptOutcome.Failed failed ->
                    throw new AssertionError("failed: " + failed.failure());
        };
    }
}
