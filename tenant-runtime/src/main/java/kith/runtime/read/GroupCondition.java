package kith.runtime.read;

import java.util.List;

/**
 * A condition on groups. Counts compare with BigDecimal, like sums, averages and shares; least and
 * greatest values with what their field compares with.
 */
public sealed interface GroupCondition {

    GroupCondition ALWAYS = new All(List.of());

    /** All parts hold; holds when there are none. */
    record All(List<GroupCondition> parts) implements GroupCondition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; does not hold when there are none. */
    record Any(List<GroupCondition> parts) implements GroupCondition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold; unknown counts as not holding. */
    record Not(GroupCondition part) implements GroupCondition {}

    /** The measure compares so: equal, greater or less. */
    record Compare(Measure measure, Predicate.Operator operator, Object value)
            implements GroupCondition {}

    /** No record of the group has a value to measure. */
    record Missing(Measure measure) implements GroupCondition {}
}
