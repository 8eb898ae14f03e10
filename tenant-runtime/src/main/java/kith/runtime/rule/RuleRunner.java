package kith.runtime.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleProgram.FieldUse;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.tenant.Tenant;
import kith.script.Limits;
import kith.script.RuleViolation;
import kith.script.ScriptFailure;
import kith.script.ScriptLogLine;
import kith.script.ScriptOutcome;
import kith.script.meter.Meter;
import kith.script.run.ScriptContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the rules of a moment over a batch of records, each rule over all of them in turn. */
public final class RuleRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RuleRunner.class);
    private static final int LONGEST_MESSAGE = 1_000;

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
     * What the rules make of the records, in their order. It blocks.
     *
     * @throws ProblemException when a rule fails or spends too much: then nothing may be written
     */
    public List<RuleVerdict> run(RuleRun run, List<RuleSubject> subjects) {
        List<Rule> rules = run.object().rulesAt(run.moment()).toList();
        if (rules.isEmpty() || subjects.isEmpty()) {
            return subjects.stream()
                    .map(_ -> new RuleVerdict(Map.of(), List.of(), Map.of()))
                    .toList();
        }
        return workers.run(run.tenant(), run.meter(), () -> verdicts(run, rules, subjects));
    }

    private static List<RuleVerdict> verdicts(
            RuleRun run, List<Rule> rules, List<RuleSubject> subjects) {
        RelatedRecords related = new RelatedRecords(run.catalog(), run.source());
        related.loadAhead(subjects, followed(rules));
        Map<String, RuleProperties.Property> properties = RuleProperties.of(run.object());
        List<RuledRecord> records =
                subjects.stream()
                        .map(subject -> new RuledRecord(subject, properties, related))
                        .toList();
        for (Rule rule : rules) {
            for (RuledRecord record : records) {
                apply(run, rule, record, related);
            }
        }
        return records.stream().map(RuledRecord::verdict).toList();
    }

    private static Set<FieldUse> followed(List<Rule> rules) {
        Set<FieldUse> followed = new HashSet<>();
        rules.forEach(rule -> followed.addAll(program(rule).followed()));
        return followed;
    }

    private static void apply(RuleRun run, Rule rule, RuledRecord record, RelatedRecords related) {
        RuleSubject subject = record.subject();
        Questions questions = new Questions();
        ReferencedRecord old =
                subject.before()
                        .map(values -> new ReferencedRecord(run.object(), values, related))
                        .orElse(null);
        ScriptContext context =
                new ScriptContext(
                        run.tenant().key(),
                        run.now(),
                        run.tenant().zone(),
                        subject.isNew(),
                        run.meter(),
                        new RuleCrm(run, related, questions));
        related.askedBy(questions);
        record.workedOnBy(rule);
        RunRecorder recorder = new RunRecorder(run, rule, List.of(record), questions);
        ScriptOutcome outcome = program(rule).run(record, old, context);
        note(run, rule, outcome);
        recorder.ended(outcome);
        switch (outcome) {
            case ScriptOutcome.Finished finished ->
                    finished.violations().forEach(violation -> refuse(run, record, violation));
            case ScriptOutcome.Failed failed -> throw failed(rule, record, failed.failure());
        }
    }

    /** What the rule wrote to its log, and which limits it came close to. */
    private static void note(RuleRun run, Rule rule, ScriptOutcome outcome) {
        if (LOG.isDebugEnabled()) {
            for (ScriptLogLine line : outcome.log()) {
                LOG.debug(
                        "{}: rule {}: {} {}",
                        run.tenant().slug(),
                        rule.definition().name(),
                        line.level(),
                        line.text());
            }
        }
    }

    private static void refuse(RuleRun run, RuledRecord record, RuleViolation violation) {
        String message = violation.message();
        String field = violation.field();
        record.add(
                field == null ? null : RuleProperties.fieldName(run.object(), field),
                Problem.of(
                        RuleProblem.RULE_REFUSED,
                        message.length() <= LONGEST_MESSAGE
                                ? message
                                : message.substring(0, LONGEST_MESSAGE)));
    }

    private static ProblemException failed(Rule rule, RuledRecord record, ScriptFailure failure) {
        RuleProblem code =
                switch (failure.kind()) {
                    case LIMIT -> RuleProblem.RULE_LIMIT_EXCEEDED;
                    case ERROR -> RuleProblem.RULE_FAILED;
                };
        return new ProblemException(
                Problem.of(
                                code,
                                "Rule `%s` failed: %s"
                                        .formatted(rule.definition().name(), failure.text()))
                        .at(record.subject().path()));
    }

    private static RunnableRule program(Rule rule) {
        if (rule.program() instanceof RunnableRule runnable) {
            return runnable;
        }
        if (rule.isBroken()) {
            throw new ProblemException(
                    Problem.of(
                                    RuleProblem.RULE_BROKEN,
                                    "Rule `%s` compiles no longer, and nothing is written without it"
                                            .formatted(rule.definition().name()))
                            .hint("An administrator has to mend its script or switch it off."));
        }
        throw new IllegalStateException(
                "The program of rule " + rule.definition().name() + " cannot run");
    }
}
