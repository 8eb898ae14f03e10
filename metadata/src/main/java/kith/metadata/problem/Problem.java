package kith.metadata.problem;

import java.util.List;
import java.util.Optional;

/**
 * One reason why a request was refused.
 *
 * @param path where in the request, as names and zero-based positions, outermost first; empty when
 *     it is about the whole request
 * @param hint what to do; names only what the caller may know
 */
public record Problem(ProblemCode code, String message, List<Object> path, Optional<String> hint) {

    public Problem {
        path = List.copyOf(path);
    }

    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, List.of(), Optional.empty());
    }

    public Problem at(Object... steps) {
        return new Problem(code, message, List.of(steps), hint);
    }

    public Problem at(List<Object> steps) {
        return new Problem(code, message, steps, hint);
    }

    public Problem hint(String text) {
        return new Problem(code, message, path, Optional.of(text));
    }
}
