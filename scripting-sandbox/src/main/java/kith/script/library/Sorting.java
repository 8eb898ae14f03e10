package kith.script.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Order among elements: sorting, extremes and duplicates. */
public final class Sorting {

    private Sorting() {}

    /** Sorts a list itself, as Groovy does; of anything else a sorted copy. */
    public static List<@Nullable Object> sort(@Nullable Object elements) {
        return sort(elements, true);
    }

    public static List<@Nullable Object> sort(@Nullable Object elements, boolean isInPlace) {
        return sorted(elements, isInPlace, Comparisons::compareTo);
    }

    public static List<@Nullable Object> sort(
            @Nullable Object elements, @Nullable ScriptFunction order) {
        return sorted(elements, true, comparator(order));
    }

    public static List<@Nullable Object> sort(
            @Nullable Object elements, boolean isInPlace, @Nullable ScriptFunction order) {
        return sorted(elements, isInPlace, comparator(order));
    }

    public static List<@Nullable Object> toSorted(@Nullable Object elements) {
        return sorted(elements, false, Comparisons::compareTo);
    }

    public static List<@Nullable Object> toSorted(
            @Nullable Object elements, @Nullable ScriptFunction order) {
        return sorted(elements, false, comparator(order));
    }

    public static Map<@Nullable Object, @Nullable Object> sortMap(@Nullable Object map) {
        return mapOf(sorted(map, false, (a, b) -> Comparisons.compareTo(key(a), key(b))));
    }

    public static Map<@Nullable Object, @Nullable Object> sortMap(
            @Nullable Object map, @Nullable ScriptFunction order) {
        return mapOf(sorted(map, false, comparator(order)));
    }

    public static @Nullable Object max(@Nullable Object elements) {
        return extreme(elements, Comparisons::compareTo, 1);
    }

    public static @Nullable Object max(@Nullable Object elements, @Nullable ScriptFunction order) {
        return extreme(elements, comparator(order), 1);
    }

    public static @Nullable Object min(@Nullable Object elements) {
        return extreme(elements, Comparisons::compareTo, -1);
    }

    public static @Nullable Object min(@Nullable Object elements, @Nullable ScriptFunction order) {
        return extreme(elements, comparator(order), -1);
    }

    /** Removes duplicates from a list itself, as Groovy does. */
    public static List<@Nullable Object> unique(@Nullable Object elements) {
        return replaceContent(elements, distinct(elements, null));
    }

    public static List<@Nullable Object> unique(
            @Nullable Object elements, @Nullable ScriptFunction by) {
        return replaceContent(elements, distinct(elements, by));
    }

    public static List<@Nullable Object> toUnique(@Nullable Object elements) {
        return distinct(elements, null);
    }

    public static List<@Nullable Object> toUnique(
            @Nullable Object elements, @Nullable ScriptFunction by) {
        return distinct(elements, by);
    }

    private static ScriptList distinct(@Nullable Object elements, @Nullable ScriptFunction by) {
        var kept = new ScriptList();
        var seen = new ScriptList();
        for (Object element : Iteration.over(elements)) {
            Object mark = by == null ? element : Functions.apply(by, element);
            if (!seen.contains(mark)) {
                seen.add(mark);
                kept.add(element);
            }
        }
        return kept;
    }

    private static List<@Nullable Object> replaceContent(
            @Nullable Object elements, ScriptList content) {
        if (elements instanceof ScriptList list) {
            list.clear();
            list.addAll(content);
            return list;
        }
        return content;
    }

    private static List<@Nullable Object> sorted(
            @Nullable Object elements, boolean isInPlace, Comparator<@Nullable Object> comparator) {
        List<@Nullable Object> copy = new ArrayList<>(Lists.listOf(elements));
        try {
            copy.sort(comparator);
        } catch (NumberFormatException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ScriptError("the order of the elements contradicts itself");
        }
        if (isInPlace && elements instanceof ScriptList list) {
            for (int i = 0; i < copy.size(); i++) {
                list.set(i, copy.get(i));
            }
            return list;
        }
        return Lists.copyOf(copy);
    }

    private static @Nullable Object extreme(
            @Nullable Object elements, Comparator<@Nullable Object> comparator, int sign) {
        Object best = null;
        boolean isFirst = true;
        for (Object element : Iteration.over(elements)) {
            if (isFirst || comparator.compare(element, best) * sign > 0) {
                best = element;
                isFirst = false;
            }
        }
        return best;
    }

    /** A closure of two parameters compares; one of one parameter gives what is compared. */
    private static Comparator<@Nullable Object> comparator(@Nullable ScriptFunction order) {
        if (Functions.arity(order) == 2) {
            return (a, b) -> Numbers.number(Functions.apply(order, a, b)).intValue();
        }
        return (a, b) ->
                Comparisons.compareTo(Functions.apply(order, a), Functions.apply(order, b));
    }

    private static @Nullable Object key(@Nullable Object entry) {
        return entry instanceof Map.Entry<?, ?> present ? present.getKey() : entry;
    }

    private static Map<@Nullable Object, @Nullable Object> mapOf(List<@Nullable Object> entries) {
        var map = new ScriptMap();
        for (Object entry : entries) {
            Maps.putEntry(map, entry);
        }
        return map;
    }
}
