package kith.metadata.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One reason why a request was refused.
 *
 * @param path where in the request, as names and zero-based positions, outermost first; empty when
 *     it is about the whole request
 * @param hint what to do; names only what the caller may know
 * @param details what programs want to know of it, as JSON would hold it: texts, numbers, lists
 */
public record Problem(
        ProblemCode code,
        String message,
        List<Object> path,
        Optional<String> hint,
        Map<String, Object> details) {

    public Problem {
        path = List.copyOf(path);
        details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    public static Problem of(ProblemCode code, String message) {
        return new Problem(code, message, List.of(), Optional.empty(), Map.of());
    }

    public Problem at(Object... steps) {
        return new Problem(code, message, List.of(steps), hint, details);
    }

    public Problem at(List<Object> steps) {
        return new Problem(code, message, steps, hint, details);
    }

    public Problem hint(String text) {
        return new Problem(code, message, path, Optional.of(text), details);
    }

    public Problem details(Map<String, Object> values) {
        return new Problem(code, message, path, hint, values);
    }
}
