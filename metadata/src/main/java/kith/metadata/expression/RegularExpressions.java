package kith.metadata.expression;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions with an end: one that looks at a text too often does not match it, nor one
 * that could go on without looking at it.
 */
final class RegularExpressions {

    private static final int MAX_LOOKS = 200_000;

    private RegularExpressions() {}

    static boolean matches(String text, String pattern) {
        if (!PatternShape.isModest(pattern)) {
            return false;
        }
        try {
            return Pattern.compile(pattern).matcher(new Watched(text)).matches();
        } catch (PatternSyntaxException | TooLong refused) {
            return false;
        } catch (StackOverflowError tooDeep) {
            return false;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("looked too often", null, false, false);
        }
    }

    /** A text that counts how often it is looked at. */
    private static final class Watched implements CharSequence {
        private final String text;
        private int looks;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            if (looks > MAX_LOOKS) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
