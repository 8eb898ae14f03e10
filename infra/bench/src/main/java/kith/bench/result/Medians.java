package kith.bench.result;

import java.util.List;

/** The middle of several measurements. */
public final class Medians {

    private Medians() {}

    public static double of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }
}
