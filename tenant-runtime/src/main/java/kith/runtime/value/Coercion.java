package kith.runtime.value;

import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What came of reading a caller's value as a value of a field. */
public sealed interface Coercion {

    /**
     * The typed value, null for no value: String, BigDecimal (with the scale of its field),
     * LocalDate, Instant (whole milliseconds), Boolean, List of String, or UUID.
     */
    record Accepted(@Nullable Object value) implements Coercion {}

    /** The value does not fit; the problem has no path yet. */
    record Refused(Problem problem) implements Coercion {}

    /** No value was given. */
    static Coercion none() {
        return new Accepted(null);
    }

    static Coercion refused(ValueProblem code, String message) {
        return new Refused(Problem.of(code, message));
    }

    static Coercion refused(ValueProblem code, String message, String hint) {
        return new Refused(Problem.of(code, message).hint(hint));
    }
}
