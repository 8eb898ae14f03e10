package kith.metadata.name;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that someone probably meant. */
public final class Nearest {

    private Nearest() {}

    /** The hint {@code Did you mean `closeDate`?}, if one of the names is near enough. */
    public static Optional<String> hint(String given, Collection<String> names) {
        return to(given, names).map(name -> "Did you mean `" + name + "`?");
    }

    /** The name at the smallest edit distance, if at most a third of the letters differ. */
    public static Optional<String> to(String given, Collection<String> names) {
        int limit = Math.max(1, given.length() / 3);
        return names.stream()
                .map(name -> new Candidate(name, distance(given, name)))
                .filter(candidate -> candidate.distance() <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private record Candidate(String name, int distance) {}

    /**
     * Insertions, deletions, replacements and swaps of neighbours that lead from one to another.
     */
    private static int distance(String first, String second) {
        String left = first.toLowerCase(Locale.ROOT);
        String right = second.toLowerCase(Locale.ROOT);
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                cost[row][column] = cell(cost, left, right, row, column);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cell(int[][] cost, String left, String right, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        boolean isEqual = left.charAt(row - 1) == right.charAt(column - 1);
        int best =
                Math.min(
                        Math.min(cost[row - 1][column], cost[row][column - 1]) + 1,
                        cost[row - 1][column - 1] + (isEqual ? 0 : 1));
        boolean isSwap =
                row > 1
                        && column > 1
                        && left.charAt(row - 1) == right.charAt(column - 2)
                        && left.charAt(row - 2) == right.charAt(column - 1);
        return isSwap ? Math.min(best, cost[row - 2][column - 2] + 1) : best;
    }
}
