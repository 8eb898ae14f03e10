package kith.runtime.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.rule.RuleObserver;
import kith.runtime.rule.RuleReport;
import kith.runtime.rule.RuleSubject;
import kith.runtime.rule.RuleVerdict;
import kith.runtime.rule.RuleWrite;
import org.jspecify.annotations.Nullable;

/** Adds up what a rule does while it is tried. Used by one thread at a time. */
public final class TrialTally implements RuleObserver {

    private static final int MOST_CASES = 200;
    private static final int MOST_REFUSALS = 50;
    private static final int LONGEST_WRITE = 500;

    private final List<RuleTrial.Case> cases = new ArrayList<>();
    private final Map<String, RunDetail.LimitUse> limits = new LinkedHashMap<>();
    private final List<String> writes = new ArrayList<>();
    private Optional<RuleReport> report = Optional.empty();
    private int tried;
    private int changed;
    private int refused;
    private int failed;
    private double fuel;
    private double micros;
    private boolean isCut;

    @Override
    public void ran(RuleReport done) {
        report = Optional.of(done);
        fuel += done.fuelSpent();
        micros += done.time().toNanos() / 1_000.0;
        for (RunDetail.LimitUse use : StepText.limits(done)) {
            limits.merge(
                    use.limit(), use, (one, other) -> one.spent() < other.spent() ? other : one);
        }
    }

    /** What the rule wants to be done to another record. */
    public void wouldWrite(RuleWrite write) {
        if (writes.size() < MOST_CASES) {
            writes.add(
                    switch (write) {
                        case RuleWrite.Create create ->
                                "create %s (%s)"
                                        .formatted(create.object().name(), words(create.values()));
                        case RuleWrite.Update update ->
                                "update %s %s (%s)"
                                        .formatted(
                                                update.object().name(),
                                                update.id(),
                                                words(update.values()));
                        case RuleWrite.Delete delete ->
                                "delete %s %s".formatted(delete.object().name(), delete.id());
                    });
        }
    }

    private static String words(Map<String, @Nullable Object> values) {
        StringJoiner words = new StringJoiner(", ");
        values.forEach((field, value) -> words.add(field + ": " + StepText.json(value)));
        return StepText.cut(words.toString(), LONGEST_WRITE);
    }

    /** Not all that was asked for was tried. */
    public void cut() {
        isCut = true;
    }

    /** The rule ran to its end. */
    public void finished(
            RuleSubject subject, String moment, Optional<Instant> at, RuleVerdict verdict) {
        List<RunDetail.FieldSet> set = new ArrayList<>();
        verdict.set()
                .forEach((field, after) -> {
                    Object before = subject.values().get(field);
                    if (!Objects.equals(before, after)) {
                        set.add(
                                new RunDetail.FieldSet(
                                        field,
                                        StepText.json(before),
                                        StepText.json(after),
                                        line(verdict, field)));
                    }
                });
        List<String> refusals =
                verdict.problems().stream().limit(MOST_REFUSALS).map(TrialTally::text).toList();
        refused += refusals.isEmpty() ? 0 : 1;
        changed += refusals.isEmpty() && !(set.isEmpty() && writes.isEmpty()) ? 1 : 0;
        add(subject, moment, at, set, refusals, Optional.empty());
    }

    private static int line(RuleVerdict verdict, String field) {
        return verdict.causes().containsKey(field) ? verdict.causes().get(field).line() : 0;
    }

    /** The rule went wrong or spent too much. */
    public void failed(
            RuleSubject subject, String moment, Optional<Instant> at, ProblemException failure) {
        failed++;
        add(
                subject,
                moment,
                at,
                List.of(),
                List.of(),
                Optional.of(
                        failure.problems().stream()
                                .map(Problem::message)
                                .collect(Collectors.joining("\n"))));
    }

    /** What came of it. */
    public RuleTrial result() {
        return new RuleTrial(
                List.of(),
                tried,
                changed,
                refused,
                failed,
                fuel,
                micros,
                List.copyOf(limits.values()),
                cases,
                isCut);
    }

    private void add(
            RuleSubject subject,
            String moment,
            Optional<Instant> at,
            List<RunDetail.FieldSet> set,
            List<String> refusals,
            Optional<String> failure) {
        tried++;
        Optional<RunDetail.Step> step = report.map(StepText::step);
        boolean isNothing =
                set.isEmpty()
                        && writes.isEmpty()
                        && refusals.isEmpty()
                        && failure.isEmpty()
                        && step.stream().allMatch(done -> done.warnings().isEmpty());
        if (!isNothing && cases.size() >= MOST_CASES) {
            isCut = true;
        } else if (!isNothing) {
            cases.add(
                    new RuleTrial.Case(
                            subject.id(),
                            Optional.ofNullable((String) subject.values().get("name")),
                            at,
                            moment,
                            set,
                            writes,
                            refusals,
                            step.map(RunDetail.Step::warnings).orElse(List.of()),
                            step.map(RunDetail.Step::queries).orElse(List.of()),
                            step.map(RunDetail.Step::log).orElse(List.of()),
                            failure,
                            step.flatMap(RunDetail.Step::line),
                            step.map(RunDetail.Step::fuel).orElse(0.0)));
        }
        report = Optional.empty();
        writes.clear();
    }

    private static String text(Problem problem) {
        return problem.path().size() > 1
                ? problem.path().getLast() + ": " + problem.message()
                : problem.message();
    }
}
