package kith.runtime.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kith.metadata.RuleDefinition;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.read.ReadStatements;
import kith.runtime.rule.RuleRun;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleSubject;
import kith.runtime.rule.RuleVerdict;
import kith.runtime.sql.Database;
import kith.runtime.trace.RuleTrial;
import kith.runtime.trace.TrialTally;
import reactor.core.publisher.Mono;

/**
 * Tries a rule that nobody has saved yet: on each change or record as if it were a write of its
 * own, in a transaction that cannot write.
 */
public final class RuleTrials {

    /** What is not tried by then is left out. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final LookTransaction looking;
    private final WrittenRecords written;
    private final RuleCompiler compiler;
    private final RuleRunner runner;

    public RuleTrials(
            Database database,
            Access access,
            RuleCompiler compiler,
            RuleRunner runner,
            Clock clock) {
        this.looking = new LookTransaction(database, access, clock);
        this.written = new WrittenRecords(new ReadStatements(access));
        this.compiler = compiler;
        this.runner = runner;
    }

    /** What the rule would have done; for administrators. */
    public Mono<RuleTrial> tried(
            Caller caller, Catalog catalog, RuleDefinition rule, TrialCases cases) {
        if (!caller.isAdministrator()) {
            return Mono.error(() ->
                    new ProblemException(
                            Problem.of(
                                    AccessProblem.WRITE_FORBIDDEN,
                                    "Only administrators try rules")));
        }
        return looking.look(
                caller,
                catalog,
                session ->
                        switch (compiler.compile(rule, catalog.objects())) {
                            case RuleCompiler.Refused(var problems) -> RuleTrial.refused(problems);
                            case RuleCompiler.Compiled(var program) ->
                                    tried(session, new Rule(rule, program), cases);
                        });
    }

    private RuleTrial tried(WriteSession session, Rule rule, TrialCases cases) {
        ObjectType object = session.catalog().require(rule.definition().object());
        TrialTally tally = new TrialTally();
        Trial trial = new Trial(session, alone(object, rule), tally, System.nanoTime());
        switch (cases) {
            case TrialCases.LastChanges(int count) -> {
                for (PastChanges.Past past : new PastChanges(session, object).last(count)) {
                    tryOn(trial, past.subject(), Optional.of(past.at()));
                }
            }
            case TrialCases.Records(var ids) -> {
                for (StoredRecord record : new RecordLoader(session).read(List.of(object), ids)) {
                    tryOn(trial, asItIs(rule.definition(), record), Optional.empty());
                }
            }
        }
        return tally.result();
    }

    private record Trial(
            WriteSession session, ObjectType object, TrialTally tally, long startNanos) {}

    /** The object, as if it had no other rule: those that it has are in its records already. */
    private static ObjectType alone(ObjectType object, Rule rule) {
        return new ObjectType(
                object.definition(),
                object.key(),
                object.home(),
                object.fields(),
                object.relations(),
                List.of(rule),
                List.of());
    }

    /** As an update that changes nothing else or, for a rule of new records, as a new record. */
    private static RuleSubject asItIs(RuleDefinition rule, StoredRecord record) {
        return new RuleSubject(
                record.object(),
                record.id(),
                record.values(),
                rule.on().contains(Moment.BEFORE_UPDATE)
                        ? Optional.of(record.values())
                        : Optional.empty(),
                List.of("record"));
    }

    private void tryOn(Trial trial, RuleSubject subject, Optional<Instant> at) {
        Moment moment = subject.before().isEmpty() ? Moment.BEFORE_CREATE : Moment.BEFORE_UPDATE;
        if (trial.object().rulesAt(moment).findAny().isEmpty()) {
            return;
        }
        if (System.nanoTime() - trial.startNanos() > LONGEST.toNanos()) {
            trial.tally().cut();
            return;
        }
        WriteSession session = trial.session();
        RuleRun run =
                new RuleRun(
                        session.caller().tenant(),
                        session.catalog(),
                        trial.object(),
                        moment,
                        at.orElseGet(session::now),
                        runner.meter(session.caller().tenant()),
                        new RuleRecords(session, written),
                        trial.tally());
        try {
            RuleVerdict verdict = runner.run(run, List.of(subject)).getFirst();
            trial.tally().finished(subject, moment.name(), at, verdict);
        } catch (ProblemException failure) {
            trial.tally().failed(subject, moment.name(), at, failure);
        }
    }
}
