package kith.script.library;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * An order of {@link Keys} of the same hash. Tables of the JDK keep many of these as trees, and
 * order what tells no order of its own by where it lies in memory: then the same rule takes other
 * steps each time.
 */
final class KeyOrder {

    private static final int OTHER = 7;

    private KeyOrder() {}

    /** Zero for what is equal, and for what has no order. */
    static int compare(@Nullable Object left, @Nullable Object right) {
        // Asked by sets and maps, which forget how deep in other values they are.
        Meter meter = Meter.enter();
        try {
            return order(left, right);
        } finally {
            meter.exit();
        }
    }

    private static int order(@Nullable Object left, @Nullable Object right) {
        int rank = Integer.compare(rank(left), rank(right));
        if (rank != 0 || left == null || right == null) {
            return rank;
        }
        return switch (left) {
            case List<?> list -> elements(list, (List<?>) right);
            case Map.Entry<?, ?> entry -> {
                Map.Entry<?, ?> other = (Map.Entry<?, ?>) right;
                int keys = compare(entry.getKey(), other.getKey());
                yield keys == 0 ? compare(entry.getValue(), other.getValue()) : keys;
            }
            case ScriptObject record ->
                    Comparisons.compareTo(record.describe(), ((ScriptObject) right).describe());
            default -> rank(left) == OTHER ? 0 : Comparisons.compareTo(left, right);
        };
    }

    private static int rank(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case Number _ -> 1;
            case String _, Character _ -> 2;
            case Boolean _ -> 3;
            case LocalDate _ -> 4;
            case List<?> _ -> 5;
            case Map.Entry<?, ?> _ -> 6;
            case ScriptObject _ -> OTHER + 1;
            default -> OTHER;
        };
    }

    private static int elements(List<?> left, List<?> right) {
        int sizes = Integer.compare(left.size(), right.size());
        if (sizes != 0) {
            return sizes;
        }
        Iterator<?> others = right.iterator();
        for (Object element : left) {
            int order = compare(element, others.next());
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }
}
