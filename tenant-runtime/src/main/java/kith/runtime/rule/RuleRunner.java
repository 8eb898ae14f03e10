package kith.runtime.rule;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.script.Limits;
import kith.script.meter.LimitError;
import kith.script.meter.Meter;

/** Runs the rules of a moment over a batch of records, each rule over all of them in turn. */
public final class RuleRunner {

    private final RuleWorkers workers;
    private final RuleLimits limits;
    private final RuleObservers observers;

    /** With the standard limits for everybody. */
    public RuleRunner(RuleWorkers workers) {
        this(workers, _ -> Limits.synchronous());
    }

    /** With nobody who listens. */
    public RuleRunner(RuleWorkers workers, RuleLimits limits) {
        this(workers, limits, RuleObservers.NOBODY);
    }

    public RuleRunner(RuleWorkers workers, RuleLimits limits, RuleObservers observers) {
        this.workers = workers;
        this.limits = limits;
        this.observers = observers;
    }

    /** The budget of a transaction. */
    public Meter meter(Tenant tenant) {
        return new Meter(limits.of(tenant));
    }

    /** Who listens to the rules of a transaction. */
    public RuleObserver observer(Caller caller) {
        return observers.of(caller);
    }

    /**
     * What the rules make of the records. It blocks. Rules that run before a create or an update
     * leave their writes for later; the writes of all others are done.
     *
     * @throws ProblemException when a rule fails or spends too much: then nothing may be written
     */
    public RuleResult run(RuleRun run, List<RuleSubject> subjects) {
        if (subjects.isEmpty() || run.object().rulesAt(run.moment()).findAny().isEmpty()) {
            return new RuleResult(
                    subjects.stream()
                            .map(_ -> new RuleVerdict(Map.of(), List.of(), Map.of()))
                            .toList(),
                    List.of());
        }
        return workers.run(run.tenant(), run.meter(), () -> new RuleBatch(run, subjects).result());
    }

    /** Does what rules left for later. It blocks. */
    public void perform(Tenant tenant, Meter meter, List<RuleResult.Deferred> deferred) {
        for (RuleResult.Deferred one : deferred) {
            if (!one.writes().isEmpty()) {
                workers.run(
                        tenant,
                        meter,
                        within(
                                meter,
                                one.chain(),
                                () -> one.sink().write(one.writes(), one.chain())));
            }
        }
    }

    /**
     * Work that counts as a part of the rules of a transaction: rules that it sets off are nested
     * in the last one of the chain.
     */
    static Callable<Boolean> within(Meter meter, RuleChain chain, Runnable work) {
        return () -> {
            int depth;
            try {
                depth = meter.start();
            } catch (LimitError tooDeep) {
                throw RuleFailures.tooDeep(chain, tooDeep);
            }
            try {
                work.run();
                return true;
            } finally {
                meter.finish(depth);
            }
        };
    }
}
