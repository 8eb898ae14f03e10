package kith.script.library;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ranges of whole numbers. */
public final class Ranges {

    private Ranges() {}

    public static ScriptRange create(
            boolean isFromIncluded, boolean isToIncluded, int from, int to) {
        boolean isReverse = from > to;
        long first = isFromIncluded ? from : isReverse ? from - 1L : from + 1L;
        long last = isToIncluded ? to : isReverse ? to + 1L : to - 1L;
        long size = Math.max(0, (isReverse ? first - last : last - first) + 1);
        return new ScriptRange(
                Math.toIntExact(Math.clamp(first, Integer.MIN_VALUE, Integer.MAX_VALUE)),
                Math.toIntExact(Math.clamp(last, Integer.MIN_VALUE, Integer.MAX_VALUE)),
                (int) Math.min(Integer.MAX_VALUE, size));
    }

    /** Ranges of letters, dates and decimals would have elements that no one expects. */
    static int bound(@Nullable Object value) {
        if (value instanceof Integer number) {
            return number;
        }
        if (value instanceof Number number
                && Numbers.decimal(Numbers.checked(number)).stripTrailingZeros().scale() <= 0
                && Comparisons.compareNumbers(number, number.intValue()) == 0) {
            return number.intValue();
        }
        throw new ScriptError("a range goes from one whole number to another");
    }

    public static Integer from(ScriptRange range) {
        return Math.min(range.from(), range.to());
    }

    public static Integer to(ScriptRange range) {
        return Math.max(range.from(), range.to());
    }

    public static boolean contains(ScriptRange range, @Nullable Object value) {
        return range.contains(value);
    }

    public static List<@Nullable Object> step(ScriptRange range, int step) {
        if (step < 1) {
            throw new ScriptError("a step is at least one");
        }
        var elements = new ScriptList();
        for (long i = 0; i < range.size(); i += step) {
            elements.add(range.get((int) i));
        }
        return elements;
    }
}
