package kith.graphql.metadata;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.metadata.ChangeAnswers.ScriptProblem;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Rule;

/**
 * A rule as callers see it.
 *
 * @param problems why it compiles no longer; empty for a sound one
 */
public record RuleInfo(RuleDefinition rule, List<ScriptProblem> problems) {

    public RuleInfo {
        problems = List.copyOf(problems);
    }

    static RuleInfo of(RuleDefinition rule, List<Rule> broken) {
        return new RuleInfo(
                rule,
                broken.stream()
                        .filter(one -> one.definition().id().equals(rule.id()))
                        .flatMap(one -> one.problems().stream())
                        .map(ScriptProblem::of)
                        .toList());
    }

    public UUID id() {
        return rule.id();
    }

    public String name() {
        return rule.name();
    }

    public String label() {
        return rule.label();
    }

    public Optional<String> description() {
        return rule.description();
    }

    public List<RuleDefinition.Moment> on() {
        return List.copyOf(EnumSet.copyOf(rule.on()));
    }

    public int order() {
        return rule.order();
    }

    public boolean active() {
        return rule.isActive();
    }

    public RuleCall.Per per() {
        return rule.call().per();
    }

    public RuleCall.Mode runAs() {
        return rule.call().mode();
    }

    public Optional<String> when() {
        return rule.call().when();
    }

    public String script() {
        return rule.script();
    }

    public Optional<String> packageName() {
        return rule.packageName();
    }
}
