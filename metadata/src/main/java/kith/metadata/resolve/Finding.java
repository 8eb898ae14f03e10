package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.RuleDefinition;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.metadata.problem.Problem;

/**
 * Something wrong with one component.
 *
 * @param problem its path begins inside the component's document
 * @param script where in the script of a rule, if it lies in one
 */
public record Finding(Component component, Problem problem, Optional<ScriptProblem> script) {

    /** A problem in the script of a rule. */
    public static Finding inScript(RuleDefinition rule, ScriptProblem script) {
        Problem problem = Problem.of(CatalogProblem.SCRIPT_REFUSED, script.message()).at("script");
        return new Finding(
                rule, script.hint().map(problem::hint).orElse(problem), Optional.of(script));
    }
}
