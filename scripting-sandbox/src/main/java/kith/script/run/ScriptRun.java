package kith.script.run;

import java.util.List;
import kith.script.ScriptFailure;
import kith.script.ScriptOutcome;
import kith.script.ScriptRecord;
import kith.script.ScriptSubject;
import kith.script.library.Crossing;
import kith.script.library.Failures;
import kith.script.library.HostFailure;
import kith.script.library.RuleEnvironment;
import kith.script.library.RuleError;
import kith.script.library.ScriptBody;
import kith.script.meter.LimitError;
import kith.script.meter.Meter;
import kith.script.meter.Remaining;
import kith.script.meter.Warnings;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rule on its records, on the caller's thread. The rule may block in the host's ports, so
 * the thread is a platform thread, never an event loop's; its stack should be 1 MB or more.
 */
public final class ScriptRun {

    private ScriptRun() {}

    /**
     * Runs the rule to its end. What a port of the host throws, save a {@link
     * kith.script.RuleRefusal}, passes through the rule to the caller.
     *
     * @param old the record as it is stored, {@code null} where it is being created
     */
    public static ScriptOutcome run(
            LoadedScript script,
            ScriptRecord record,
            @Nullable ScriptRecord old,
            ScriptContext context) {
        return run(script, List.of(new ScriptSubject(record, old)), context);
    }

    /** The same for the records of a batch. */
    static ScriptOutcome run(
            LoadedScript script, List<ScriptSubject> subjects, ScriptContext context) {
        Meter running = Meter.running();
        Meter meter = running == null ? context.meter() : running;
        var environment =
                new RuleEnvironment(
                        subjects,
                        script.compiled().form(),
                        context.now(),
                        context.zone(),
                        context.crm(),
                        meter);
        Remaining before = meter.remaining();
        int depth;
        try {
            depth = meter.start();
        } catch (LimitError e) {
            return new ScriptOutcome.Failed(Failures.limit(e), 0, environment.logLines());
        }
        try {
            Object result = Crossing.result(body(script, environment, context).run());
            // A nested rule may have exhausted the meter just before this one ended.
            meter.tick(0);
            return finished(result, environment, meter, before);
        } catch (RuleError refusal) {
            environment.refuse(refusal.field(), refusal.reason());
            return finished(null, environment, meter, before);
        } catch (LimitError e) {
            return failed(Failures.limit(e), environment, meter, before);
        } catch (HostFailure e) {
            throw e.failure();
        } catch (StackOverflowError e) {
            return failed(Failures.limit(meter.stackOverflow()), environment, meter, before);
        } catch (RuntimeException | LinkageError e) {
            return failed(Failures.error(e), environment, meter, before);
        } finally {
            meter.finish(depth);
        }
    }

    private static ScriptBody body(
            LoadedScript script, RuleEnvironment environment, ScriptContext context) {
        try {
            return (ScriptBody)
                    script.constructor()
                            .invokeExact(
                                    environment.record(),
                                    environment.old(),
                                    environment.records(),
                                    context.isNew(),
                                    context.moment(),
                                    environment.crm(),
                                    environment.log(),
                                    environment.limits(),
                                    environment.clock());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a rule's constructor throws nothing checked", e);
        }
    }

    private static ScriptOutcome finished(
            @Nullable Object result, RuleEnvironment environment, Meter meter, Remaining before) {
        environment.addWarnings(Warnings.between(meter.limits(), before, meter.remaining()));
        return new ScriptOutcome.Finished(
                environment.violations(),
                result,
                before.fuel() - meter.fuelLeft(),
                environment.logLines());
    }

    private static ScriptOutcome failed(
            ScriptFailure failure, RuleEnvironment environment, Meter meter, Remaining before) {
        return new ScriptOutcome.Failed(
                failure, before.fuel() - meter.fuelLeft(), environment.logLines());
    }
}
