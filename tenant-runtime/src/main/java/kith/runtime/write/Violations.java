package kith.runtime.write;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/** Collects what is wrong with a write, so that all of it is reported together. */
final class Violations {

    /** More than this helps nobody, and an answer must stay small. */
    private static final int MOST = 200;

    private final List<Problem> problems = new ArrayList<>();

    void add(Problem problem) {
        if (problems.size() < MOST) {
            problems.add(problem);
        }
    }

    void addAll(List<Problem> more) {
        more.forEach(this::add);
    }

    /** Whether something was found at exactly this place. */
    boolean isFoundAt(List<Object> path) {
        return problems.stream().anyMatch(problem -> problem.path().equals(path));
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Refuses the write if anything was found. */
    void refuseIfAny() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    /** The path of something inside the record that stands at the base. */
    static List<Object> path(List<Object> base, Object... steps) {
        List<Object> path = new ArrayList<>(base);
        path.addAll(List.of(steps));
        return path;
    }
}
