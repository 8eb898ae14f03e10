package kith.metadata.expression;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts by code points, as the database counts them. */
final class Texts {

    /** Longer results of functions that can make much of little are missing. */
    private static final long MAX_LENGTH = 1_000_000;

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

    static int find(String text, String wanted) {
        int found = text.indexOf(wanted);
        return found < 0 ? 0 : text.codePointCount(0, found) + 1;
    }

    static int count(String text, String wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        int count = 0;
        for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at)) {
            count++;
            at += wanted.length();
        }
        return count;
    }

    static @Nullable String replaced(String text, String wanted, String by) {
        if (wanted.isEmpty()) {
            return text;
        }
        long room = (long) length(text) + (long) count(text, wanted) * length(by);
        return room > MAX_LENGTH ? null : text.replace(wanted, by);
    }

    static String before(String text, String mark) {
        int found = text.indexOf(mark);
        return found < 0 ? text : text.substring(0, found);
    }

    static String after(String text, String mark) {
        int found = text.indexOf(mark);
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
