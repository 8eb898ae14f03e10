package kith.runtime.trace;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.rule.RuleObserver;
import kith.runtime.rule.RuleProblem;
import kith.runtime.rule.RuleReport;
import org.jspecify.annotations.Nullable;

/**
 * What the rules of one write do, remembered until it is known what became of the write; of very
 * much, the first. Used by one thread at a time.
 */
final class RunTrace implements RuleObserver {

    /** Of the detail, in characters. */
    private static final int MOST = 64_000;

    private static final int LONGEST_MESSAGE = 2_000;
    private static final Set<RuleProblem> FAILURES =
            Set.of(
                    RuleProblem.RULE_FAILED,
                    RuleProblem.RULE_LIMIT_EXCEEDED,
                    RuleProblem.RULE_BROKEN,
                    RuleProblem.RULES_BUSY);

    private final RunKeeper keeper;
    private final Caller caller;
    private final List<RunDetail.Step> steps = new ArrayList<>();
    private final Set<UUID> rules = new LinkedHashSet<>();
    private final Set<String> operations = new LinkedHashSet<>();
    private @Nullable RuleReport last;
    private int runs;
    private int size;
    private long fuel;
    private Duration time = Duration.ZERO;
    private boolean isCut;

    RunTrace(RunKeeper keeper, Caller caller) {
        this.keeper = keeper;
        this.caller = caller;
    }

    /** A write that was undone begins anew. */
    @Override
    public void begins() {
        steps.clear();
        rules.clear();
        operations.clear();
        last = null;
        runs = 0;
        size = 0;
        fuel = 0;
        time = Duration.ZERO;
        isCut = false;
    }

    @Override
    public void ran(RuleReport report) {
        last = report;
        runs++;
        fuel += report.fuelSpent();
        time = time.plus(report.time());
        rules.add(report.rule().definition().id());
        operations.add(StepText.operation(report));
        if (size >= MOST && report.failure().isEmpty()) {
            isCut = true;
            return;
        }
        RunDetail.Step step = StepText.step(report);
        size += StepText.size(step);
        steps.add(step);
    }

    @Override
    public void ends(Optional<Throwable> failure) {
        if (last == null) {
            return;
        }
        keeper.keep(
                caller,
                new KeptRun(
                        String.join(", ", operations),
                        failure.map(RunTrace::outcome).orElse(RunOutcome.SAVED),
                        List.copyOf(rules),
                        runs,
                        fuel,
                        time.toNanos() / 1_000,
                        failure.map(RunTrace::message),
                        new RunDetail(steps, StepText.limits(last), isCut)));
    }

    private static RunOutcome outcome(Throwable failure) {
        return failure instanceof ProblemException refused
                        && refused.problems().stream().noneMatch(problem -> isFailure(problem))
                ? RunOutcome.REFUSED
                : RunOutcome.FAILED;
    }

    private static boolean isFailure(Problem problem) {
        return problem.code() instanceof RuleProblem code && FAILURES.contains(code);
    }

    private static String message(Throwable failure) {
        String text =
                failure instanceof ProblemException refused
                        ? refused.problems().stream()
                                .map(problem -> problem.code().name() + ": " + problem.message())
                                .collect(Collectors.joining("\n"))
                        : "The write could not be done";
        return StepText.cut(text, LONGEST_MESSAGE);
    }
}
