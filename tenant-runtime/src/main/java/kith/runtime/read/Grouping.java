package kith.runtime.read;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;

/** Which values of a field belong together. */
public sealed interface Grouping {

    Grouping BY_VALUE = new Value();

    /** Equal ones. */
    record Value() implements Grouping {}

    /**
     * Dates and moments of the same unit.
     *
     * @param zone in which moments are told as days and hours
     */
    record Period(DateUnit unit, ZoneId zone, DayOfWeek weekStart) implements Grouping {}

    /**
     * Numbers between the same two bounds, the lower one included.
     *
     * @param bounds ascending; beyond the first and the last lies one more group each
     */
    record Ranges(List<BigDecimal> bounds) implements Grouping {
        public Ranges {
            bounds = List.copyOf(bounds);
        }
    }
}
