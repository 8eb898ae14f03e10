package kith.runtime.word;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart: a word is letters and digits without anything between them. */
final class Tokens {

    /** Longer words are compared by their beginning. */
    static final int LONGEST = 40;

    private static final int LONGEST_MARK = 100;

    private final List<Token> found = new ArrayList<>();
    private final int most;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder spelledOut = new StringBuilder();
    private int at;

    private Tokens(int most) {
        this.most = most;
    }

    /**
     * The words of a text in their order.
     *
     * @param most how many, at most
     */
    static List<Token> of(String text, int most) {
        return new Tokens(most).read(text);
    }

    private List<Token> read(String text) {
        int position = 1;
        for (int index = 0; index < text.length() && found.size() < most; position++) {
            int point = text.codePointAt(index);
            index += Character.charCount(point);
            if (Character.isIdeographic(point)) {
                end(position);
                add(point, position);
                end(position + 1);
            } else if (Character.isLetterOrDigit(point)) {
                add(point, position);
            } else if (Folding.isAccent(point)) {
                accent(point);
            } else {
                end(position);
            }
            if (index >= text.length()) {
                end(position + 1);
            }
        }
        return found;
    }

    private void add(int point, int position) {
        if (plain.isEmpty()) {
            at = position;
        }
        if (plain.length() < LONGEST) {
            Folding.Letters letters = Folding.of(point);
            plain.append(letters.plain());
            spelledOut.append(letters.spelledOut());
        }
    }

    private void accent(int point) {
        if (!plain.isEmpty()
                && plain.length() < LONGEST
                && Folding.makesUmlaut(point, plain.charAt(plain.length() - 1))) {
            spelledOut.append('e');
        }
    }

    private void end(int position) {
        if (!plain.isEmpty()) {
            int until = Math.min(position, at + LONGEST_MARK);
            if (found.size() < most) {
                found.add(new Token(plain.toString(), spelledOut.toString(), at, until));
            }
            plain.setLength(0);
            spelledOut.setLength(0);
        }
    }
}
