package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.metadata.problem.Problem;

/**
 * Something wrong with one component.
 *
 * @param problem its path begins inside the component's document
 * @param script where in the script of a rule, if it lies in one
 */
public record Finding(Component component, Problem problem, Optional<ScriptProblem> script) {}
