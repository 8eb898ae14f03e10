package kith.graphql.metadata;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.graphql.metadata.ChangeAnswers.ScriptProblem;
import kith.metadata.RuleButton;
import kith.metadata.RuleCall;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Rule;
import kith.metadata.expression.ExpressionTree;
import kith.metadata.expression.Visibility;
import tools.jackson.databind.JsonNode;

/**
 * A rule as callers see it.
 *
 * @param problems why it compiles no longer; empty for a sound one
 */
public record RuleInfo(Catalog catalog, RuleDefinition rule, List<ScriptProblem> problems) {

    public RuleInfo {
        problems = List.copyOf(problems);
    }

    static RuleInfo of(Catalog catalog, RuleDefinition rule, List<Rule> broken) {
        return new RuleInfo(
                catalog,
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

    /** Where its button stands; empty for a rule without one. */
    public List<RuleButton.Place> place() {
        return rule.call().button().stream()
                .flatMap(button -> button.places().stream())
                .sorted()
                .toList();
    }

    public Optional<String> visibleWhen() {
        return rule.call().button().flatMap(RuleButton::visibleWhen);
    }

    public Optional<JsonNode> visibleTree() {
        return catalog.object(rule.object())
                .flatMap(object -> Visibility.condition(object, rule, catalog::object))
                .map(ExpressionTree::of);
    }

    public String script() {
        return rule.script();
    }

    public Optional<String> packageName() {
        return rule.packageName();
    }
}
