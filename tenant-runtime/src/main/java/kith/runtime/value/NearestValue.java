package kith.runtime.value;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kith.metadata.field.PicklistValue;

/** Finds the choice that somebody probably meant. */
final class NearestValue {

    private static final int LONGEST = 60;

    private NearestValue() {}

    /** The active value whose API value or label is near to what was given. */
    static Optional<String> of(String given, List<PicklistValue> values) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        int farthest = Math.max(1, given.length() / 3);
        return values.stream()
                .filter(PicklistValue::isActive)
                .map(value -> new Candidate(value.value(), distance(given, value)))
                .filter(candidate -> candidate.distance <= farthest)
                .min(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::value);
    }

    private record Candidate(String value, int distance) {}

    private static int distance(String given, PicklistValue value) {
        return Math.min(distance(given, value.value()), distance(given, value.label()));
    }

    /** Levenshtein distance without regard to case. */
    private static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            int[] here = new int[right.length() + 1];
            here[0] = row;
            for (int column = 1; column <= right.length(); column++) {
                int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
                here[column] =
                        Math.min(
                                above[column - 1] + change,
                                Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[right.length()];
    }
}
