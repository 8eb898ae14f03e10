package kith.metadata.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.catalog.RuleCompiler.ScriptProblem;
import kith.metadata.problem.Problem;
import kith.metadata.resolve.Finding;

/** Gathers why a change set is refused, each with its place in the request. */
final class ChangeProblems {

    private final List<ChangeProblem> all = new ArrayList<>();
    private final Map<UUID, List<Object>> paths = new HashMap<>();

    /** Remembers where in the request a component stands. */
    void place(UUID component, List<Object> path) {
        paths.put(component, List.copyOf(path));
    }

    /** Where a component stands; one that the request does not name stands under its own name. */
    List<Object> pathOf(Component component, Object... steps) {
        List<Object> path =
                new ArrayList<>(
                        paths.getOrDefault(component.id(), List.of(component.ref().toString())));
        path.addAll(List.of(steps));
        return path;
    }

    void add(Problem problem) {
        all.add(ChangeProblem.of(problem));
    }

    void add(ChangeRefusal code, String message, Optional<String> hint, List<Object> path) {
        Problem problem = Problem.of(code, message).at(path);
        add(hint.map(problem::hint).orElse(problem));
    }

    void add(
            Component component, ChangeRefusal code, String message, String hint, Object... steps) {
        add(Problem.of(code, message).at(pathOf(component, steps)).hint(hint));
    }

    void add(Finding finding) {
        Problem problem =
                finding.problem()
                        .at(pathOf(finding.component(), finding.problem().path().toArray()));
        all.add(new ChangeProblem(problem, finding.script().map(ChangeProblems::position)));
    }

    void addDependents(
            Component component, ChangeRefusal code, String message, List<Dependent> dependents) {
        String list =
                dependents.stream()
                        .map(dependent -> dependent.component() + " " + dependent.reason())
                        .collect(Collectors.joining("; "));
        add(
                Problem.of(code, message + ": " + list)
                        .at(pathOf(component))
                        .hint("Change or remove these in the same change set."));
    }

    /** Whether this reason is among those found. */
    boolean has(ChangeRefusal code) {
        return all.stream().anyMatch(problem -> problem.problem().code() == code);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<ChangeProblem> all() {
        return List.copyOf(all);
    }

    private static ChangeProblem.Position position(ScriptProblem script) {
        return new ChangeProblem.Position(script.line(), script.column());
    }
}
