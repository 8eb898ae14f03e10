package kith.runtime.word;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits that people write with signs between them, such as telephone numbers: they are
 * found however they are grouped.
 */
final class NumberRuns {

    /** Fewer digits are no more than what they are. */
    private static final int FEWEST_DIGITS = 5;

    private static final int MOST_DIGITS = 24;
    private static final String BETWEEN = " \u00a0()/.-+";
    private static final int WIDEST_GAP = 3;

    private NumberRuns() {}

    /** The runs of a text. */
    static List<Run> of(String text, List<Token> tokens) {
        int[] points = text.codePoints().toArray();
        List<Run> runs = new ArrayList<>();
        int start = 0;
        while (start < tokens.size()) {
            int end = start;
            while (tokens.get(start).isNumber()
                    && end + 1 < tokens.size()
                    && tokens.get(end + 1).isNumber()
                    && isGap(points, tokens.get(end).until(), tokens.get(end + 1).at())) {
                end++;
            }
            Run run = new Run(start, tokens.subList(start, end + 1));
            if (end > start && run.isLongNumber()) {
                runs.add(run);
            }
            start = end + 1;
        }
        return runs;
    }

    private static boolean isGap(int[] points, int from, int to) {
        if (to - from > WIDEST_GAP) {
            return false;
        }
        for (int position = from; position < to; position++) {
            if (BETWEEN.indexOf(points[position - 1]) < 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * Several groups of digits.
     *
     * @param first the place of the first group among the words of the text
     */
    record Run(int first, List<Token> groups) {

        Run {
            groups = List.copyOf(groups);
        }

        boolean isLongNumber() {
            int digits = groups.stream().mapToInt(group -> group.plain().length()).sum();
            return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS;
        }

        /** All digits from a group on, without zeros before them. */
        Word from(int group) {
            StringBuilder digits = new StringBuilder();
            groups.subList(group, groups.size()).forEach(each -> digits.append(each.plain()));
            return new Word(
                    Token.withoutLeadingZeros(digits.toString()),
                    groups.get(group).at(),
                    groups.getLast().until());
        }
    }
}
