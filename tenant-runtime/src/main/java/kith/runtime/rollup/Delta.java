package kith.runtime.rollup;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import kith.metadata.RollUpDefinition.Function;
import org.jspecify.annotations.Nullable;

/** What a write adds to the result of one roll-up for one record, and takes from it. */
final class Delta {

    private final Function function;
    private long count;
    private BigDecimal total = BigDecimal.ZERO;
    private @Nullable Object come;
    private @Nullable Object gone;

    Delta(Function function) {
        this.function = function;
    }

    void come(@Nullable Object value) {
        count++;
        if (value instanceof BigDecimal number) {
            total = total.add(number);
        }
        come = extreme(come, value);
    }

    void go(@Nullable Object value) {
        count--;
        if (value instanceof BigDecimal number) {
            total = total.subtract(number);
        }
        gone = extreme(gone, value);
    }

    boolean isNothing() {
        return switch (function) {
            case COUNT -> count == 0;
            case SUM, AVG -> count == 0 && total.signum() == 0;
            case MIN, MAX -> come == null && gone == null;
        };
    }

    /** How many values more there are. */
    long count() {
        return count;
    }

    BigDecimal total() {
        return total;
    }

    /** The least value that is added, or the greatest, as the function looks for it. */
    @Nullable Object come() {
        return come;
    }

    /** The same of the values that are taken. */
    @Nullable Object gone() {
        return gone;
    }

    private @Nullable Object extreme(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int order = compare(one, other);
        return (function == Function.MAX ? order >= 0 : order <= 0) ? one : other;
    }

    private static int compare(Object one, Object other) {
        return switch (one) {
            case BigDecimal number -> number.compareTo((BigDecimal) other);
            case LocalDate date -> date.compareTo((LocalDate) other);
            case Instant moment -> moment.compareTo((Instant) other);
            default -> throw new IllegalArgumentException("No order of " + one.getClass());
        };
    }
}
