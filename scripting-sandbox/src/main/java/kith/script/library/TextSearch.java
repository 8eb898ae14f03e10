package kith.script.library;

import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Texts within texts. What the JDK does in time of both lengths multiplied is done here in time of
 * their sum, as soon as the text that is looked for is not short.
 */
public final class TextSearch {

    private static final int SHORT = 16;
    private static final int COMPARED_AT_ONCE = 4;
    private static final int BYTES_PER_CHARACTER = 4;

    /** Characters whose upper or lower case is longer make the JDK copy all that it has so far. */
    private static final int CASE_PIECE = 256;

    private TextSearch() {}

    public static boolean contains(CharSequence text, CharSequence part) {
        return indexOf(text.toString(), part.toString(), 0) >= 0;
    }

    public static boolean containsIgnoreCase(CharSequence text, CharSequence part) {
        return contains(toLowerCase(text.toString()), toLowerCase(part.toString()));
    }

    public static boolean startsWith(String text, String start) {
        Texts.walk(start);
        return text.startsWith(start);
    }

    public static boolean startsWithIgnoreCase(CharSequence text, CharSequence start) {
        return toLowerCase(text.toString()).startsWith(toLowerCase(start.toString()));
    }

    public static boolean endsWith(String text, String end) {
        Texts.walk(end);
        return text.endsWith(end);
    }

    public static boolean endsWithIgnoreCase(CharSequence text, CharSequence end) {
        return toLowerCase(text.toString()).endsWith(toLowerCase(end.toString()));
    }

    public static int indexOf(String text, String part) {
        return indexOf(text, part, 0);
    }

    public static int indexOf(String text, String part, int from) {
        if (part.length() <= SHORT) {
            payForShort(text, part);
            return text.indexOf(part, from);
        }
        int[] found = {-1};
        eachLong(
                text,
                part,
                from,
                at -> {
                    found[0] = at;
                    return false;
                });
        return found[0];
    }

    public static int lastIndexOf(String text, String part) {
        if (part.length() <= SHORT) {
            payForShort(text, part);
            return text.lastIndexOf(part);
        }
        int[] found = {-1};
        eachLong(
                text,
                part,
                0,
                at -> {
                    found[0] = at;
                    return true;
                });
        return found[0];
    }

    /** How often a text holds another, overlaps included. */
    public static int count(CharSequence text, CharSequence part) {
        if (part.isEmpty()) {
            return text.length() + 1;
        }
        int[] count = {0};
        each(
                text.toString(),
                part.toString(),
                _ -> {
                    count[0]++;
                    return true;
                });
        return count[0];
    }

    public static String replace(String text, CharSequence part, CharSequence replacement) {
        String wanted = part.toString();
        String with = replacement.toString();
        var result = new TextBuilder();
        if (wanted.isEmpty()) {
            for (int i = 0; i < text.length(); i++) {
                result.append(with).append(text, i, i + 1);
            }
            return result.append(with).toString();
        }
        int[] end = {0};
        each(
                text,
                wanted,
                at -> {
                    if (at >= end[0]) {
                        result.append(text, end[0], at).append(with);
                        end[0] = at + wanted.length();
                    }
                    return true;
                });
        return result.append(text, end[0], text.length()).toString();
    }

    public static String minus(CharSequence text, @Nullable Object removed) {
        String whole = text.toString();
        String part = Values.text(removed);
        int at = indexOf(whole, part, 0);
        return at < 0
                ? whole
                : new TextBuilder()
                        .append(whole, 0, at)
                        .append(whole, at + part.length(), whole.length())
                        .toString();
    }

    public static String toUpperCase(String text) {
        return inPieces(text, piece -> piece.toUpperCase(Locale.ROOT));
    }

    public static String toLowerCase(String text) {
        return inPieces(text, piece -> piece.toLowerCase(Locale.ROOT));
    }

    private static String inPieces(String text, UnaryOperator<String> change) {
        if (text.length() <= CASE_PIECE) {
            return Texts.made(change.apply(text));
        }
        var result = new TextBuilder();
        for (int from = 0; from < text.length(); ) {
            int to = endOfPiece(text, from);
            result.append(change.apply(text.substring(from, to)));
            from = to;
        }
        return result.toString();
    }

    /** After a character that is no letter if there is one, for letters depend on neighbours. */
    private static int endOfPiece(String text, int from) {
        int most = from + CASE_PIECE;
        if (most >= text.length()) {
            return text.length();
        }
        for (int to = most; to > from + CASE_PIECE / 2; to--) {
            char last = text.charAt(to - 1);
            if (!Character.isLetter(last) && !Character.isSurrogate(last)) {
                return to;
            }
        }
        return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
    }

    private static void each(String text, String part, IntPredicate goOn) {
        if (part.length() > SHORT) {
            eachLong(text, part, 0, goOn);
            return;
        }
        payForShort(text, part);
        int at = text.indexOf(part);
        while (at >= 0 && goOn.test(at)) {
            Meter.current().tick(1);
            at = text.indexOf(part, at + 1);
        }
    }

    /** The JDK compares a short part anew at each place where it may begin. */
    private static void payForShort(String text, String part) {
        for (int compared = 0; compared <= part.length(); compared += COMPARED_AT_ONCE) {
            Texts.walk(text);
        }
    }

    /** The algorithm of Knuth, Morris and Pratt: no character of the text is looked at again. */
    private static void eachLong(String text, String part, int from, IntPredicate goOn) {
        Texts.walk(text);
        int[] borders = borders(part);
        int matched = 0;
        for (int i = Math.max(0, from); i < text.length(); i++) {
            char c = text.charAt(i);
            while (matched > 0 && part.charAt(matched) != c) {
                matched = borders[matched - 1];
            }
            if (part.charAt(matched) == c) {
                matched++;
            }
            if (matched == part.length()) {
                if (!goOn.test(i + 1 - matched)) {
                    return;
                }
                matched = borders[matched - 1];
            }
        }
    }

    /** For each start of the text, how much of it is also its end. */
    private static int[] borders(String part) {
        Texts.walk(part);
        Meter.current().allocate((long) BYTES_PER_CHARACTER * part.length());
        int[] borders = new int[part.length()];
        int border = 0;
        for (int i = 1; i < part.length(); i++) {
            char c = part.charAt(i);
            while (border > 0 && part.charAt(border) != c) {
                border = borders[border - 1];
            }
            if (part.charAt(border) == c) {
                border++;
            }
            borders[i] = border;
        }
        return borders;
    }
}
