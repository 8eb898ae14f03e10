package kith.script.library;

import java.util.regex.Matcher;

/**
 * What stands in place of the matches of a pattern: a text with {@code $1} and {@code ${name}} for
 * groups, where a backslash makes the next character a plain one. It grows as it is paid for.
 */
record Replacement(String text) {

    static Replacement of(CharSequence text) {
        return new Replacement(text.toString());
    }

    String replace(String whole, Matcher matcher, boolean isForAll) {
        var result = new TextBuilder();
        int end = 0;
        while (Patterns.find(matcher)) {
            result.append(whole, end, matcher.start());
            expand(matcher, result);
            end = matcher.end();
            if (!isForAll) {
                break;
            }
        }
        return result.append(whole, end, whole.length()).toString();
    }

    private void expand(Matcher matcher, TextBuilder result) {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                result.append(text.charAt(at++));
            } else if (c == '$') {
                at = group(matcher, at, result);
            } else {
                result.append(c);
            }
        }
    }

    /** Appends the group named from there on, and returns where its name ends. */
    private int group(Matcher matcher, int from, TextBuilder result) {
        if (text.startsWith("{", from)) {
            int end = text.indexOf('}', from);
            String name = end < 0 ? "" : text.substring(from + 1, end);
            Integer number = matcher.namedGroups().get(name);
            if (number == null) {
                throw noGroup();
            }
            append(matcher, number, result);
            return end + 1;
        }
        int at = from;
        int number = -1;
        while (at < text.length() && isDigit(text.charAt(at))) {
            int longer = Math.max(0, number) * 10 + (text.charAt(at) - '0');
            if (number >= 0 && longer > matcher.groupCount()) {
                break;
            }
            number = longer;
            at++;
        }
        if (number < 0 || number > matcher.groupCount()) {
            throw noGroup();
        }
        append(matcher, number, result);
        return at;
    }

    private static void append(Matcher matcher, int group, TextBuilder result) {
        String value = Patterns.group(matcher, group);
        if (value != null) {
            result.append(value);
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static ScriptError noGroup() {
        return new ScriptError("the replacement names a group that does not exist");
    }
}
