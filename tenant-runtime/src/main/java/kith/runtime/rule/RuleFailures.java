package kith.runtime.rule;

import java.util.List;
import kith.metadata.catalog.Rule;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.script.ScriptFailure;
import kith.script.meter.LimitError;

/** What is said where rules stop a write. */
final class RuleFailures {

    private static final int LONGEST_MESSAGE = 1_000;

    private RuleFailures() {}

    static ProblemException failed(
            RuleChain chain, Rule rule, List<Object> path, ScriptFailure failure) {
        RuleProblem code =
                switch (failure.kind()) {
                    case LIMIT -> RuleProblem.RULE_LIMIT_EXCEEDED;
                    case ERROR -> RuleProblem.RULE_FAILED;
                };
        String setOff =
                chain.isEmpty() ? "" : "; set off by " + String.join(" → ", chain.namesWith(rule));
        return new ProblemException(
                Problem.of(
                                code,
                                "Rule `%s` failed: %s%s"
                                        .formatted(
                                                rule.definition().name(), failure.text(), setOff))
                        .at(path));
    }

    static ProblemException tooDeep(RuleChain chain, LimitError limit) {
        Rule last = chain.links().getLast().rule();
        return new ProblemException(
                Problem.of(
                        RuleProblem.RULE_LIMIT_EXCEEDED,
                        "Rule `%s` failed: %s (limit: rule nesting); set off by %s"
                                .formatted(last.definition().name(), limit.reason(), chain)));
    }

    static Problem refusal(String message) {
        return Problem.of(
                RuleProblem.RULE_REFUSED,
                message.length() <= LONGEST_MESSAGE
                        ? message
                        : message.substring(0, LONGEST_MESSAGE));
    }

    /** A button says so where a rule that is set off by writes just does nothing. */
    static Problem notApplicable(Rule rule) {
        return Problem.of(
                RuleProblem.RULE_NOT_APPLICABLE,
                "%s is not for this record".formatted(rule.definition().label()));
    }

    static ProblemException broken(Rule rule) {
        return new ProblemException(
                Problem.of(
                                RuleProblem.RULE_BROKEN,
                                "Rule `%s` compiles no longer, and nothing is written without it"
                                        .formatted(rule.definition().name()))
                        .hint("An administrator has to mend its script or switch it off."));
    }
}
