package kith.script.library;

import java.util.Locale;
import java.util.StringTokenizer;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Operations on text. Each pays for the characters it copies or walks before it does so. */
public final class Texts {

    static final int MAX_LENGTH = 1_000_000;

    private static final int OBJECT_BYTES = 48;
    private static final int CHARACTERS_PER_STEP_BITS = 4;

    private Texts() {}

    /** Pays for making a text of this length. */
    static void charge(long length) {
        if (length > MAX_LENGTH) {
            throw Meter.current()
                    .exhaust(LimitName.TEXT_LENGTH, "a text is longer than 1,000,000 characters");
        }
        Meter meter = Meter.current();
        meter.spend(1 + (length >> CHARACTERS_PER_STEP_BITS));
        meter.allocate(OBJECT_BYTES + 2 * length);
    }

    static void chargeAppend(long length, long added) {
        if (length + added > MAX_LENGTH) {
            charge(length + added);
        }
        Meter meter = Meter.current();
        meter.spend(1 + (added >> CHARACTERS_PER_STEP_BITS));
        meter.allocate(4 * added);
    }

    /** Pays for looking through a text. */
    static void walk(CharSequence text) {
        Meter.current().spend(1 + (text.length() >> CHARACTERS_PER_STEP_BITS));
    }

    /** Pays for a text that was made already; its length was bounded otherwise. */
    static String made(String text) {
        charge(text.length());
        return text;
    }

    static String checked(String text) {
        charge(text.length());
        return text;
    }

    // Building

    /** A text with values in it: {@code "${a} and ${b}"}. */
    public static String interpolate(@Nullable Object[] values, String[] strings) {
        var text = new TextBuilder();
        for (int i = 0; i < Math.max(values.length, strings.length); i++) {
            if (i < strings.length) {
                text.append(strings[i]);
            }
            if (i < values.length) {
                text.append(Values.text(values[i]));
            }
        }
        return text.toString();
    }

    public static String plus(@Nullable Object left, @Nullable Object right) {
        return new TextBuilder().append(Values.text(left)).append(Values.text(right)).toString();
    }

    public static String concat(String left, String right) {
        return plus(left, right);
    }

    public static String minus(CharSequence text, @Nullable Object removed) {
        String whole = text.toString();
        String part = Values.text(removed);
        walk(whole);
        int at = whole.indexOf(part);
        if (at < 0) {
            return whole;
        }
        charge(whole.length());
        return whole.substring(0, at) + whole.substring(at + part.length());
    }

    public static String multiply(CharSequence text, @Nullable Number times) {
        return repeat(text.toString(), Numbers.toInt(times));
    }

    public static String repeat(String text, int times) {
        if (times < 0) {
            throw new ScriptError("a text cannot be repeated a negative number of times");
        }
        charge(Math.max((long) text.length() * times, text.isEmpty() ? 0 : times));
        return text.repeat(times);
    }

    public static String padLeft(CharSequence text, @Nullable Number length) {
        return padLeft(text, length, " ");
    }

    public static String padLeft(CharSequence text, @Nullable Number length, CharSequence padding) {
        int missing = missing(text, length);
        return missing == 0 ? text.toString() : plus(padding(padding, missing), text);
    }

    public static String padRight(CharSequence text, @Nullable Number length) {
        return padRight(text, length, " ");
    }

    public static String padRight(
            CharSequence text, @Nullable Number length, CharSequence padding) {
        int missing = missing(text, length);
        return missing == 0 ? text.toString() : plus(text, padding(padding, missing));
    }

    public static String center(CharSequence text, @Nullable Number length) {
        int missing = missing(text, length);
        return padRight(padLeft(text, text.length() + missing / 2), length);
    }

    private static int missing(CharSequence text, @Nullable Number length) {
        return Math.max(0, Numbers.toInt(length) - text.length());
    }

    private static String padding(CharSequence padding, int length) {
        if (padding.isEmpty()) {
            throw new ScriptError("a text cannot be padded with nothing");
        }
        charge(length);
        return padding.toString().repeat(length / padding.length() + 1).substring(0, length);
    }

    public static String join(CharSequence separator, Iterable<? extends @Nullable Object> parts) {
        var text = new TextBuilder();
        String between = "";
        for (Object part : parts) {
            text.append(between).append(Values.text(part));
            between = separator.toString();
        }
        return text.toString();
    }

    // Parts

    public static String substring(String text, int from) {
        charge(text.length() - Math.min(text.length(), Math.max(0, from)));
        return text.substring(from);
    }

    public static String substring(String text, int from, int to) {
        charge(Math.max(0, Math.min(text.length(), to) - Math.max(0, from)));
        return text.substring(from, to);
    }

    public static String at(CharSequence text, int index) {
        int position = index < 0 ? index + text.length() : index;
        if (position < 0 || position >= text.length()) {
            throw new ScriptError("position %d is outside the text".formatted(index));
        }
        charge(1);
        return String.valueOf(text.charAt(position));
    }

    public static String at(CharSequence text, ScriptRange range) {
        int from = range.from() < 0 ? range.from() + text.length() : range.from();
        int to = range.to() < 0 ? range.to() + text.length() : range.to();
        if (from > to) {
            return reverse(substring(text.toString(), to, from + 1));
        }
        return substring(text.toString(), from, to + 1);
    }

    public static String take(CharSequence text, int count) {
        return substring(text.toString(), 0, Math.clamp(count, 0, text.length()));
    }

    public static String drop(CharSequence text, int count) {
        return substring(text.toString(), Math.clamp(count, 0, text.length()));
    }

    public static int length(CharSequence text) {
        return text.length();
    }

    // Search

    public static boolean contains(CharSequence text, CharSequence part) {
        walk(text);
        return text.toString().contains(part);
    }

    public static boolean containsIgnoreCase(CharSequence text, CharSequence part) {
        return toLowerCase(text.toString()).contains(toLowerCase(part.toString()));
    }

    public static boolean startsWith(String text, String start) {
        walk(start);
        return text.startsWith(start);
    }

    public static boolean startsWithIgnoreCase(CharSequence text, CharSequence start) {
        return toLowerCase(text.toString()).startsWith(toLowerCase(start.toString()));
    }

    public static boolean endsWith(String text, String end) {
        walk(end);
        return text.endsWith(end);
    }

    public static boolean endsWithIgnoreCase(CharSequence text, CharSequence end) {
        return toLowerCase(text.toString()).endsWith(toLowerCase(end.toString()));
    }

    public static int indexOf(String text, String part) {
        walk(text);
        return text.indexOf(part);
    }

    public static int indexOf(String text, String part, int from) {
        walk(text);
        return text.indexOf(part, from);
    }

    public static int lastIndexOf(String text, String part) {
        walk(text);
        return text.lastIndexOf(part);
    }

    public static int count(CharSequence text, CharSequence part) {
        walk(text);
        String whole = text.toString();
        String wanted = part.toString();
        if (wanted.isEmpty()) {
            return whole.length() + 1;
        }
        int count = 0;
        for (int at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + 1)) {
            count++;
        }
        return count;
    }

    public static boolean isBlank(CharSequence text) {
        walk(text);
        return text.toString().isBlank();
    }

    // Comparison

    public static int compare(String left, String right) {
        walk(left);
        return left.compareTo(right);
    }

    public static int compareIgnoreCase(String left, String right) {
        walk(left);
        return left.compareToIgnoreCase(right);
    }

    public static boolean equalsIgnoreCase(String left, @Nullable String right) {
        walk(left);
        return left.equalsIgnoreCase(right);
    }

    // Change

    public static String toUpperCase(String text) {
        charge(text.length());
        return text.toUpperCase(Locale.ROOT);
    }

    public static String toLowerCase(String text) {
        charge(text.length());
        return text.toLowerCase(Locale.ROOT);
    }

    public static String capitalize(CharSequence text) {
        String whole = text.toString();
        return whole.isEmpty()
                ? whole
                : plus(Character.toUpperCase(whole.charAt(0)), substring(whole, 1));
    }

    public static String uncapitalize(CharSequence text) {
        String whole = text.toString();
        return whole.isEmpty()
                ? whole
                : plus(Character.toLowerCase(whole.charAt(0)), substring(whole, 1));
    }

    public static String reverse(CharSequence text) {
        charge(text.length());
        return new StringBuilder(text).reverse().toString();
    }

    public static String strip(String text) {
        charge(text.length());
        return text.strip();
    }

    public static String trim(String text) {
        charge(text.length());
        return text.trim();
    }

    public static String replace(String text, CharSequence part, CharSequence replacement) {
        walk(text);
        long found = part.isEmpty() ? text.length() + 1L : count(text, part);
        charge(text.length() + found * Math.max(0, replacement.length() - part.length()));
        return text.replace(part, replacement);
    }

    // Taking apart

    public static ScriptList characters(CharSequence text) {
        var characters = new ScriptList();
        for (int i = 0; i < text.length(); i++) {
            characters.add(String.valueOf(text.charAt(i)));
        }
        return characters;
    }

    public static ScriptList lines(CharSequence text) {
        charge(text.length());
        var lines = new ScriptList();
        text.toString().lines().forEach(lines::add);
        return lines;
    }

    public static ScriptList tokens(CharSequence text) {
        return tokens(text, " \t\n\r\f");
    }

    public static ScriptList tokens(CharSequence text, CharSequence separators) {
        charge(text.length());
        var tokens = new ScriptList();
        var tokenizer = new StringTokenizer(text.toString(), separators.toString());
        while (tokenizer.hasMoreTokens()) {
            tokens.add(tokenizer.nextToken());
        }
        return tokens;
    }

    // Texts that grow

    public static StringBuilder builder() {
        charge(16);
        return new StringBuilder();
    }

    public static StringBuilder builder(String start) {
        charge(start.length());
        return new StringBuilder(start);
    }

    public static StringBuilder append(StringBuilder builder, @Nullable Object value) {
        String text = Values.text(value);
        chargeAppend(builder.length(), text.length());
        return builder.append(text);
    }

    public static StringBuilder append(StringBuilder builder, int value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, long value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, double value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, char value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder append(StringBuilder builder, boolean value) {
        return append(builder, (Object) value);
    }

    public static StringBuilder insert(StringBuilder builder, int at, String text) {
        walk(builder);
        chargeAppend(builder.length(), text.length());
        return builder.insert(at, text);
    }

    public static StringBuilder reverseInPlace(StringBuilder builder) {
        walk(builder);
        return builder.reverse();
    }
}
