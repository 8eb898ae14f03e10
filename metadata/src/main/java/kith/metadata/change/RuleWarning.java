package kith.metadata.change;

import java.util.List;
import java.util.Optional;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Rule;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;

/**
 * What the author of a rule should know of its script, though it is accepted.
 *
 * @param rule that it is about
 */
public record RuleWarning(ComponentRef rule, ScriptProblem script) {

    /** Those of the active rules that a change set makes or changes. */
    public static List<RuleWarning> of(Catalog next, List<Difference> diff) {
        return diff.stream()
                .map(Difference::component)
                .filter(component -> component.kind() == ComponentKind.RULE)
                .flatMap(component -> rule(next, component).stream())
                .flatMap(rule ->
                        rule.program().warnings().stream()
                                .map(warning -> new RuleWarning(rule.definition().ref(), warning)))
                .toList();
    }

    private static Optional<Rule> rule(Catalog next, ComponentRef component) {
        return component
                .object()
                .flatMap(next::object)
                .flatMap(object ->
                        object.rules().stream()
                                .filter(rule -> rule.definition().ref().equals(component))
                                .findFirst());
    }
}
