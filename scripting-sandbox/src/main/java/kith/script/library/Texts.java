package kith.script.library;

import java.util.BitSet;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Operations on text. Each pays for the characters it copies or walks before it does so. */
public final class Texts {

    static final int MAX_LENGTH = 1_000_000;

    private static final int OBJECT_BYTES = 48;
    private static final int CHARACTERS_PER_STEP_BITS = 4;
    private static final int BITS_A_BYTE_BITS = 3;

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

    /** The start of a text, which costs nothing: the rule does not get it. */
    static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
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
        return (int) Math.max(0, (long) Numbers.toInt(length) - text.length());
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
        if (range.isEmpty()) {
            return "";
        }
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
        walk(separators);
        var tokens = new ScriptList();
        // A bit for each character up to the last of them.
        Meter.current().allocate(separators.chars().max().orElse(0) >> BITS_A_BYTE_BITS);
        var isSeparator = new BitSet();
        separators.chars().forEach(isSeparator::set);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSeparator.get(text.charAt(i))) {
                if (i > start) {
                    tokens.add(text.subSequence(start, i).toString());
                }
                start = i + 1;
            }
        }
        return tokens;
    }
}
