package kith.script.library;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Walking through lists, maps, ranges and texts with a closure. */
public final class Iteration {
    private static final int COST = 2;

    private Iteration() {}

    /** The elements of anything that Groovy walks through; a map's are its entries. */
    static Iterable<? extends @Nullable Object> over(@Nullable Object value) {
        Meter.current().tick(COST);
        return switch (value) {
            case null -> throw ScriptError.emptyValue();
            case Map<?, ?> map -> Maps.entryList(map);
            case Iterable<? extends @Nullable Object> elements -> elements;
            case Object[] array -> Arrays.asList(array);
            case CharSequence text -> Texts.characters(text);
            default -> List.of(value);
        };
    }

    /** The iterator of a {@code for} loop. */
    public static Iterator<? extends @Nullable Object> iterator(@Nullable Object value) {
        return over(value).iterator();
    }

    static void step() {
        Meter.current().tick(COST);
    }

    public static @Nullable Object each(@Nullable Object elements, @Nullable ScriptFunction body) {
        for (Object element : over(elements)) {
            step();
            Functions.apply(body, element);
        }
        return elements;
    }

    public static @Nullable Object eachWithIndex(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        int index = 0;
        for (Object element : over(elements)) {
            step();
            if (element instanceof Map.Entry<?, ?> entry && Functions.arity(body) == 3) {
                Functions.callAll(
                        body, new @Nullable Object[] {entry.getKey(), entry.getValue(), index});
            } else {
                Functions.apply(body, element, index);
            }
            index++;
        }
        return elements;
    }

    public static List<@Nullable Object> collect(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var results = new ScriptList();
        for (Object element : over(elements)) {
            results.add(Functions.apply(body, element));
        }
        return results;
    }

    public static List<@Nullable Object> collectMany(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var results = new ScriptList();
        for (Object element : over(elements)) {
            for (Object part : over(Functions.apply(body, element))) {
                results.add(part);
            }
        }
        return results;
    }

    public static Map<@Nullable Object, @Nullable Object> collectEntries(
            @Nullable Object elements) {
        var entries = new ScriptMap();
        for (Object element : over(elements)) {
            Maps.putEntry(entries, element);
        }
        return entries;
    }

    public static Map<@Nullable Object, @Nullable Object> collectEntries(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var entries = new ScriptMap();
        for (Object element : over(elements)) {
            Maps.putEntry(entries, Functions.apply(body, element));
        }
        return entries;
    }

    public static @Nullable Object inject(
            @Nullable Object elements, @Nullable Object start, @Nullable ScriptFunction body) {
        Object result = start;
        for (Object element : over(elements)) {
            step();
            if (element instanceof Map.Entry<?, ?> entry && Functions.arity(body) == 3) {
                result =
                        Functions.callAll(
                                body,
                                new @Nullable Object[] {result, entry.getKey(), entry.getValue()});
            } else {
                result = Functions.apply(body, result, element);
            }
        }
        return result;
    }

    public static @Nullable Object inject(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        Object result = null;
        boolean isFirst = true;
        for (Object element : over(elements)) {
            step();
            result = isFirst ? element : Functions.apply(body, result, element);
            isFirst = false;
        }
        return result;
    }

    // Counting

    public static void times(@Nullable Number count, @Nullable ScriptFunction body) {
        int end = Numbers.toInt(count);
        for (int i = 0; i < end; i++) {
            step();
            Functions.apply(body, i);
        }
    }

    public static void upto(
            @Nullable Number from, @Nullable Number to, @Nullable ScriptFunction body) {
        for (long i = Numbers.toInt(from); i <= Numbers.toInt(to); i++) {
            step();
            Functions.apply(body, (int) i);
        }
    }

    public static void downto(
            @Nullable Number from, @Nullable Number to, @Nullable ScriptFunction body) {
        for (long i = Numbers.toInt(from); i >= Numbers.toInt(to); i--) {
            step();
            Functions.apply(body, (int) i);
        }
    }

    public static void step(
            @Nullable Number from,
            @Nullable Number to,
            @Nullable Number step,
            @Nullable ScriptFunction body) {
        int by = Numbers.toInt(step);
        if (by == 0) {
            throw new ScriptError("a step of zero leads nowhere");
        }
        int end = Numbers.toInt(to);
        for (long i = Numbers.toInt(from); by > 0 ? i < end : i > end; i += by) {
            step();
            Functions.apply(body, (int) i);
        }
    }
}
