package kith.runtime.write;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kith.metadata.RuleDefinition;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.metadata.catalog.RuleProgram;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Condition;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.Kind;
import kith.metadata.permission.UserFunction;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.access.SystemAccess;
import kith.runtime.rule.RuleChain;
import kith.runtime.rule.RuleResult;
import kith.runtime.rule.RuleRun;
import kith.runtime.rule.RuleRunner;
import kith.runtime.rule.RuleSubject;
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

    /** When rules run for records that are there already. */
    private static final List<Moment> EXISTING =
            List.of(Moment.BEFORE_UPDATE, Moment.AFTER_UPDATE, Moment.BUTTON);

    private final LookTransaction looking;
    private final RuleCompiler compiler;
    private final RuleRunner runner;

    public RuleTrials(
            Database database,
            Access access,
            RuleCompiler compiler,
            RuleRunner runner,
            Clock clock) {
        this.looking = new LookTransaction(database, access, clock);
        this.compiler = compiler;
        this.runner = runner;
    }

    /** What the rule would have done; for those who may customize. */
    public Mono<RuleTrial> tried(
            Caller caller, Catalog catalog, RuleDefinition rule, TrialCases cases) {
        if (!caller.rights().has(UserFunction.CUSTOMIZE)) {
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
                                    tried(session, rule, program, cases);
                        });
    }

    private RuleTrial tried(
            WriteSession session, RuleDefinition rule, RuleProgram program, TrialCases cases) {
        Optional<String> condition = rule.call().when();
        if (condition.isEmpty()) {
            return tried(session, new Rule(rule, program), cases);
        }
        Catalog catalog = session.catalog();
        ExpressionScope scope =
                new ExpressionScope(catalog.require(rule.object()), catalog::object);
        return switch (ExpressionCompiler.compile(condition.get(), scope, Kind.BOOLEAN)) {
            case Compilation.Compiled(var expression) ->
                    tried(
                            session,
                            new Rule(rule, program, Optional.of(new Condition(expression))),
                            cases);
            case Compilation.Refused(var errors) ->
                    RuleTrial.refused(
                            errors.stream()
                                    .map(error ->
                                            new ScriptProblem(
                                                    error.line(),
                                                    error.column(),
                                                    "when: " + error.message(),
                                                    error.hint()))
                                    .toList());
        };
    }

    private RuleTrial tried(WriteSession session, Rule rule, TrialCases cases) {
        // What other rules would do is in the records already.
        ObjectType object = session.catalog().require(rule.definition().object());
        TrialTally tally = new TrialTally();
        Trial trial = new Trial(session, object.withOnly(rule), tally, System.nanoTime());
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

    /** As an update that changes nothing else or, for a rule of new records, as a new record. */
    private static RuleSubject asItIs(RuleDefinition rule, StoredRecord record) {
        return new RuleSubject(
                record.object(),
                record.id(),
                record.values(),
                EXISTING.stream().anyMatch(rule.on()::contains)
                        ? Optional.of(record.values())
                        : Optional.empty(),
                List.of("record"));
    }

    /** When the rule would run for it. */
    private static Stream<Moment> moments(RuleSubject subject) {
        return subject.before().isEmpty()
                ? Stream.of(Moment.BEFORE_CREATE, Moment.AFTER_CREATE)
                : EXISTING.stream();
    }

    private void tryOn(Trial trial, RuleSubject subject, Optional<Instant> at) {
        Optional<Moment> known =
                moments(subject)
                        .filter(one -> trial.object().rulesAt(one).findAny().isPresent())
                        .findFirst();
        if (known.isEmpty()) {
            return;
        }
        Moment moment = known.get();
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
                        TrialReach.of(
                                session,
                                session.with(new SystemAccess()),
                                trial.tally()::wouldWrite),
                        RuleChain.NONE,
                        trial.tally());
        try {
            RuleResult result = runner.run(run, List.of(subject));
            result.deferred().stream()
                    .flatMap(deferred -> deferred.writes().stream())
                    .forEach(trial.tally()::wouldWrite);
            trial.tally().finished(subject, moment.name(), at, result.verdicts().getFirst());
        } catch (ProblemException failure) {
            trial.tally().failed(subject, moment.name(), at, failure);
        }
    }
}
