package kith.metadata.expression;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Regular expressions with an end: one that looks at a text too often does not match it, nor one
 * that could go on without looking at it.
 */
final class RegularExpressions {

    private static final int MAX_LOOKS = 200_000;
    private static final int COMPILING = 20;
    private static final int LOOKS_A_STEP_BITS = 2;

    private RegularExpressions() {}

    static boolean matches(String text, String pattern, EvaluationSteps steps) {
        steps.spend(COMPILING);
        if (!PatternShape.isModest(pattern)) {
            return false;
        }
        var watched = new Watched(text);
        try {
            return Pattern.compile(pattern).matcher(watched).matches();
        } catch (PatternSyntaxException | TooLong refused) {
            return false;
        } catch (StackOverflowError tooDeep) {
            return false;
        } finally {
            steps.spend(watched.looks >> LOOKS_A_STEP_BITS);
        }
    }

    /** Why a pattern never matches anything; empty for one that may. */
    static Optional<String> refusal(String pattern) {
        if (!PatternShape.isModest(pattern)) {
            return Optional.of(
                    "This regular expression is too long, could go on for too long, or looks behind, quotes or comments (`(?<=`, `\\Q`, `\\G`, `\\X`, `(?x)`)");
        }
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException malformed) {
            return Optional.of("This is no regular expression: " + malformed.getDescription());
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
