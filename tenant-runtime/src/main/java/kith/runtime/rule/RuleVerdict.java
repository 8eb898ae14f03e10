package kith.runtime.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What the rules made of a record.
 *
 * @param set typed values that they set, by field name; null clears. References are ids of which
 *     nobody knows yet whether they exist.
 * @param problems what they found wrong, with full paths
 * @param causes which rule gave a field another value, by field name
 */
public record RuleVerdict(
        Map<String, @Nullable Object> set, List<Problem> problems, Map<String, FieldCause> causes) {

    public RuleVerdict {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        problems = List.copyOf(problems);
        causes = Map.copyOf(causes);
    }
}
