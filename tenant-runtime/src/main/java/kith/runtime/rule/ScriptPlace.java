package kith.runtime.rule;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A place in a script that is still being written: what is being typed there, and what stands
 * before it. It reads characters, not Groovy, for what is half written parses as nothing.
 *
 * @param code all text up to the word; where the place is in a text, up to its quote
 * @param word the beginning of what is being typed
 * @param isText whether it is within quotes
 * @param isComment whether it is within a comment, where nothing is offered
 */
record ScriptPlace(String code, String word, boolean isText, boolean isComment) {

    /** Lines and columns count from 1. */
    static ScriptPlace of(String script, int line, int column) {
        return read(before(script, line, column));
    }

    private static String before(String script, int line, int column) {
        int start = 0;
        for (int count = 1; count < line; count++) {
            int end = script.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return script.substring(0, Math.clamp((long) start + column - 1, 0, script.length()));
    }

    private static ScriptPlace read(String text) {
        Deque<Integer> openings = new ArrayDeque<>();
        int position = 0;
        while (position < text.length()) {
            char next = text.charAt(position);
            if (text.startsWith("//", position)) {
                position = text.indexOf('\n', position);
                if (position < 0) {
                    return comment();
                }
            } else if (text.startsWith("/*", position)) {
                position = text.indexOf("*/", position + 2);
                if (position < 0) {
                    return comment();
                }
                position += 2;
            } else if (next == '\'' || next == '"') {
                int end = textEnd(text, position, openings);
                if (end < 0) {
                    return new ScriptPlace(
                            text.substring(0, position), text.substring(position + 1), true, false);
                }
                position = end;
            } else if (next == '}' && !openings.isEmpty()) {
                // The end of a value within a text: the text goes on.
                int quote = openings.pop();
                int end = restOfText(text, position + 1, quote, openings);
                if (end < 0) {
                    return new ScriptPlace(
                            text.substring(0, quote), text.substring(position + 1), true, false);
                }
                position = end;
            } else {
                position++;
            }
        }
        int word = text.length();
        while (word > 0 && Character.isJavaIdentifierPart(text.charAt(word - 1))) {
            word--;
        }
        return new ScriptPlace(text.substring(0, word), text.substring(word), false, false);
    }

    private static ScriptPlace comment() {
        return new ScriptPlace("", "", false, true);
    }

    /** Behind the text that begins here, or behind the beginning of a value in it; -1 if open. */
    private static int textEnd(String text, int quote, Deque<Integer> openings) {
        String sign = text.substring(quote, quote + 1);
        if (text.startsWith(sign.repeat(3), quote)) {
            int end = text.indexOf(sign.repeat(3), quote + 3);
            return end < 0 ? -1 : end + 3;
        }
        return restOfText(text, quote + 1, quote, openings);
    }

    private static int restOfText(String text, int from, int quote, Deque<Integer> openings) {
        char sign = text.charAt(quote);
        for (int position = from; position < text.length(); position++) {
            char next = text.charAt(position);
            if (next == '\\') {
                position++;
            } else if (next == sign) {
                return position + 1;
            } else if (next == '\n') {
                return position;
            } else if (sign == '"' && text.startsWith("${", position)) {
                openings.push(quote);
                return position + 2;
            }
        }
        return -1;
    }

    /** What stands before the dot before the word, e.g. {@code record.account}; empty for none. */
    String receiver() {
        int dot = code.length() - 1;
        if (isText || dot < 1 || code.charAt(dot) != '.') {
            return "";
        }
        int end = dot;
        while (end > 0 && (code.charAt(end - 1) == '?' || code.charAt(end - 1) == '*')) {
            end--;
        }
        return code.substring(expressionStart(code, end), end);
    }

    /** Where the chain of names and calls begins that ends there. */
    static int expressionStart(String text, int end) {
        int start = end;
        while (start > 0) {
            char before = text.charAt(start - 1);
            if (before == ')' || before == ']' || before == '}') {
                start = opening(text, start - 1);
            } else if (before == '\'' || before == '"') {
                start = Math.max(0, text.lastIndexOf(before, start - 2));
            } else if (Character.isJavaIdentifierPart(before) || before == '.') {
                start--;
            } else if ((before == '?' || before == '*')
                    && start < text.length()
                    && text.charAt(start) == '.') {
                start--;
            } else {
                return start;
            }
        }
        return start;
    }

    /** Where what is closed there was opened; the beginning where it was not. */
    private static int opening(String text, int closing) {
        int depth = 0;
        for (int position = closing; position >= 0; position--) {
            char sign = text.charAt(position);
            if (sign == ')' || sign == ']' || sign == '}') {
                depth++;
            } else if (sign == '(' || sign == '[' || sign == '{') {
                depth--;
                if (depth == 0) {
                    return position;
                }
            }
        }
        return 0;
    }
}
