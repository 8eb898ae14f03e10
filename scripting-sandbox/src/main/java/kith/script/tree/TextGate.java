package kith.script.tree;

import kith.script.ScriptProblem;
import kith.script.ScriptProblem.Code;

/**
 * The first layer: refuses texts that could overwhelm the parser or show a reader something else
 * than the compiler reads.
 */
public final class TextGate {

    private static final int MAX_LENGTH = 20_000;
    private static final int MAX_BRACKET_DEPTH = 60;

    /** Prefix operators in a row make the parser recurse without any bracket. */
    private static final int MAX_OPERATOR_RUN = 40;

    /** The parser takes time of their number squared. */
    private static final int MAX_MARKS = 1_000;

    private static final String PREFIX_OPERATORS = "!~-+";

    /** Letters, and so of names, that nobody sees. */
    private static final String FILLERS = "\u115f\u1160\u3164\uffa0";

    private TextGate() {}

    public static void check(String text) {
        if (text.length() > MAX_LENGTH) {
            throw refusal(0, 0, Code.TOO_COMPLEX, "a rule has at most 20,000 characters");
        }
        int line = 1;
        int column = 0;
        int brackets = 0;
        int operators = 0;
        int marks = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            column++;
            if (c == '\n') {
                line++;
                column = 0;
            } else if (c == '(' || c == '[' || c == '{') {
                brackets++;
            } else if (c == ')' || c == ']' || c == '}') {
                brackets--;
            }
            if (PREFIX_OPERATORS.indexOf(c) >= 0) {
                operators++;
            } else if (c != ' ') {
                operators = 0;
            }
            if ((c == ';' || c == '<') && ++marks > MAX_MARKS) {
                throw refusal(line, column, Code.TOO_COMPLEX, "too many ';' and '<'");
            }
            if (brackets > MAX_BRACKET_DEPTH) {
                throw refusal(
                        line, column, Code.TOO_COMPLEX, "brackets are nested more than 60 deep");
            }
            if (operators > MAX_OPERATOR_RUN) {
                throw refusal(line, column, Code.TOO_COMPLEX, "too many operators in a row");
            }
            if (isHidden(text.codePointAt(i)) && !isSecondHalf(text, i)) {
                throw refusal(
                        line, column, Code.TEXT, "a hidden or control character is not allowed");
            }
            if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u') {
                throw refusal(line, column, Code.TEXT, "unicode escapes are not allowed");
            }
        }
    }

    /** The second half of a character of two, which was looked at with the first. */
    private static boolean isSecondHalf(String text, int at) {
        return at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.OTHER_LETTER -> FILLERS.indexOf(c) >= 0;
            default -> false;
        };
    }

    private static RefusedScriptException refusal(int line, int column, Code code, String message) {
        return new RefusedScriptException(new ScriptProblem(line, column, code, message, null));
    }
}
