package kith.metadata.expression;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts by code points, as the database counts them. */
final class Texts {

    /** Longer results of functions that can make much of little are missing. */
    static final long MAX_LENGTH = 1_000_000;

    private static final int MAX_PADDED = 100_000;
    private static final String SPACES = " \t\r\n";

    private Texts() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** From one place to another, both counted from 0 and moved inside the text. */
    static String part(String text, int from, int to) {
        int length = length(text);
        int start = Math.clamp(from, 0, length);
        int end = Math.clamp(to, start, length);
        int first = text.offsetByCodePoints(0, start);
        return text.substring(first, text.offsetByCodePoints(first, end - start));
    }

    static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && SPACES.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && SPACES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    static String capitalized(String text) {
        return part(text, 0, 1).toUpperCase(Locale.ROOT) + part(text, 1, Integer.MAX_VALUE);
    }

    /** One behind the other; missing where that is too long. */
    static @Nullable String joined(String left, String right) {
        return (long) left.length() + right.length() > 2 * MAX_LENGTH
                        || length(left) + length(right) > MAX_LENGTH
                ? null
                : left + right;
    }

    static int find(String text, String wanted) {
        int found = Occurrences.first(text, wanted, 0);
        return found < 0 ? 0 : text.codePointCount(0, found) + 1;
    }

    static int count(String text, String wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        int count = 0;
        for (int at = Occurrences.first(text, wanted, 0); at >= 0; ) {
            count++;
            at = Occurrences.first(text, wanted, at + wanted.length());
        }
        return count;
    }

    static @Nullable String replaced(String text, String wanted, String by) {
        if (wanted.isEmpty()) {
            return text;
        }
        long room = (long) length(text) + (long) count(text, wanted) * length(by);
        if (room > MAX_LENGTH) {
            return null;
        }
        var result = new StringBuilder();
        int end = 0;
        for (int at = Occurrences.first(text, wanted, 0); at >= 0; ) {
            result.append(text, end, at).append(by);
            end = at + wanted.length();
            at = Occurrences.first(text, wanted, end);
        }
        return result.append(text, end, text.length()).toString();
    }

    static String before(String text, String mark) {
        int found = Occurrences.first(text, mark, 0);
        return found < 0 ? text : text.substring(0, found);
    }

    static String after(String text, String mark) {
        int found = Occurrences.first(text, mark, 0);
        return found < 0 ? "" : text.substring(found + mark.length());
    }

    static @Nullable String repeated(String text, int count) {
        int times = Math.max(count, 0);
        return (long) length(text) * times > MAX_LENGTH ? null : text.repeat(times);
    }

    /** What a text lacks to be so long; missing where that is too long. */
    static @Nullable String fill(String text, int length, String fill) {
        if (length > MAX_PADDED) {
            return null;
        }
        int lacking = length - length(text);
        if (lacking <= 0 || fill.isEmpty()) {
            return "";
        }
        return part(fill.repeat(lacking / length(fill) + 1), 0, lacking);
    }
}
