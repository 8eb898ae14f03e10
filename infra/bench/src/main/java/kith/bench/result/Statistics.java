package kith.bench.result;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Condenses repeated measurements. */
final class Statistics {

    private Statistics() {}

    /** The middle one, or the mean of the two in the middle; not a number of none. */
    static double median(double... values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static <T> double median(Collection<T> items, ToDoubleFunction<T> value) {
        return median(items.stream().mapToDouble(value).toArray());
    }

    /** How far apart the extremes are: 1.2 when the highest is a fifth above the lowest. */
    static <T> double spread(List<T> items, ToDoubleFunction<T> value) {
        double lowest = items.stream().mapToDouble(value).min().orElse(Double.NaN);
        double highest = items.stream().mapToDouble(value).max().orElse(Double.NaN);
        return highest / lowest;
    }

    /** A number with about three digits that matter. */
    static String shown(double number) {
        if (Double.isNaN(number)) {
            return "–";
        }
        double size = Math.abs(number);
        String pattern = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, size < 0.095 ? "%.3f" : pattern, number);
    }
}
