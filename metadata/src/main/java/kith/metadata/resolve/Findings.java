package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.metadata.expression.ExpressionError;
import kith.metadata.problem.Problem;

/** Gathers all that is wrong with the components of one catalog. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();
    private final Set<UUID> faulty = new HashSet<>();

    /** The place {@code steps} counts from the component's document. */
    void add(Component component, CatalogProblem code, String message, Object... steps) {
        add(component, Problem.of(code, message).at(steps));
    }

    void add(
            Component component,
            CatalogProblem code,
            String message,
            Optional<String> hint,
            Object... steps) {
        Problem problem = Problem.of(code, message).at(steps);
        add(component, hint.map(problem::hint).orElse(problem));
    }

    void addScript(RuleDefinition rule, ScriptProblem script) {
        faulty.add(rule.id());
        all.add(Finding.inScript(rule, script));
    }

    /** Where in the formula stands in front of what is wrong there. */
    void addFormula(FieldDefinition field, ExpressionError error) {
        add(field, CatalogProblem.FORMULA_REFUSED, error.toString(), error.hint(), "formula");
    }

    /** The same for a formula that computes what no index can keep. */
    void addIndexed(FieldDefinition field, ExpressionError error) {
        add(field, CatalogProblem.FORMULA_REFUSED, error.message(), error.hint(), "indexed");
    }

    /** The same for a roll-up; {@code property} is the one of it that is wrong. */
    void addRollUp(FieldDefinition field, String property, ExpressionError error) {
        add(
                field,
                CatalogProblem.ROLL_UP_REFUSED,
                property.equals("where") ? error.toString() : error.message(),
                error.hint(),
                "rollUp",
                property);
    }

    /** The same for the condition under which a field is shown, or for its default. */
    void addFieldExpression(FieldDefinition field, String property, ExpressionError error) {
        if (property.equals("default")) {
            addDefault(field, error);
        } else {
            add(field, CatalogProblem.CONDITION_REFUSED, error.toString(), error.hint(), property);
        }
    }

    /** The same for a default. */
    private void addDefault(FieldDefinition field, ExpressionError error) {
        add(
                field,
                CatalogProblem.INVALID_DEFAULT,
                error.toString(),
                error.hint(),
                "default",
                "expression");
    }

    /** The same for the condition under which a rule is called, or its button is shown. */
    void addCondition(RuleDefinition rule, String property, ExpressionError error) {
        add(rule, CatalogProblem.CONDITION_REFUSED, error.toString(), error.hint(), property);
    }

    /** The same for a validation; {@code property} tells whether it is about its condition. */
    void addValidation(ValidationDefinition validation, String property, ExpressionError error) {
        boolean isCondition = property.equals("refuseWhen");
        add(
                validation,
                CatalogProblem.CONDITION_REFUSED,
                isCondition ? error.toString() : error.message(),
                error.hint(),
                property);
    }

    /** What a field cannot have for what it is. */
    void refuseIf(boolean isSo, FieldDefinition field, String what, String property) {
        if (isSo) {
            add(
                    field,
                    CatalogProblem.NOT_POSSIBLE_FOR_TYPE,
                    "%s cannot have `%s`".formatted(what, property),
                    Optional.of("Leave `" + property + "` out."),
                    property);
        }
    }

    /** Whether nothing was found about this component so far. */
    boolean isSound(Component component) {
        return !faulty.contains(component.id());
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    private void add(Component component, Problem problem) {
        faulty.add(component.id());
        all.add(new Finding(component, problem, Optional.empty()));
    }
}
