package kith.metadata.expression;

/**
 * Where texts occur in others. What the JDK does in time of both lengths multiplied is done here in
 * time of their sum, as soon as what is looked for is not short.
 */
final class Occurrences {

    private static final int SHORT = 16;

    private Occurrences() {}

    /** The first place from there on, or -1. */
    static int first(String text, String wanted, int from) {
        if (wanted.length() <= SHORT || wanted.length() > text.length() - from) {
            return text.indexOf(wanted, from);
        }
        int[] borders = borders(wanted);
        int matched = 0;
        for (int i = from; i < text.length(); i++) {
            matched = longer(wanted, borders, matched, text.charAt(i));
            if (matched == wanted.length()) {
                return i + 1 - matched;
            }
        }
        return -1;
    }

    /** For each start of the text, how much of it is also its end. */
    private static int[] borders(String text) {
        int[] borders = new int[text.length()];
        for (int i = 1; i < text.length(); i++) {
            borders[i] = longer(text, borders, borders[i - 1], text.charAt(i));
        }
        return borders;
    }

    /** How much of the text is matched with one more character. */
    private static int longer(String text, int[] borders, int matched, char next) {
        int known = matched;
        while (known > 0 && text.charAt(known) != next) {
            known = borders[known - 1];
        }
        return text.charAt(known) == next ? known + 1 : known;
    }
}
