package kith.script.library;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Summing up and grouping the elements of lists, maps and ranges. */
public final class Totals {

    private Totals() {}

    // Summing up

    public static Number count(@Nullable Object elements, @Nullable ScriptFunction test) {
        int count = 0;
        for (Object element : Iteration.over(elements)) {
            Iteration.step();
            if (Functions.test(test, element)) {
                count++;
            }
        }
        return count;
    }

    public static Number count(@Nullable Object elements, @Nullable Object value) {
        int count = 0;
        for (Object element : Iteration.over(elements)) {
            if (Comparisons.compareEqual(element, value)) {
                count++;
            }
        }
        return count;
    }

    public static @Nullable Object sum(@Nullable Object elements) {
        Object sum = null;
        for (Object element : Iteration.over(elements)) {
            sum = sum == null ? element : added(sum, element);
        }
        return sum;
    }

    public static @Nullable Object sum(@Nullable Object elements, @Nullable ScriptFunction body) {
        Object sum = null;
        for (Object element : Iteration.over(elements)) {
            Object part = Functions.apply(body, element);
            sum = sum == null ? part : added(sum, part);
        }
        return sum;
    }

    public static @Nullable Object average(@Nullable Object elements) {
        int count = 0;
        Object sum = null;
        for (Object element : Iteration.over(elements)) {
            sum = sum == null ? element : added(sum, element);
            count++;
        }
        return count == 0 ? null : Numbers.divide(Numbers.number(sum), count);
    }

    public static @Nullable Object average(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        return average(Iteration.collect(elements, body));
    }

    private static Object added(Object sum, @Nullable Object part) {
        if (sum instanceof Number number) {
            return Numbers.plus(number, Numbers.number(part));
        }
        if (sum instanceof Collection<?> elements) {
            return Combining.plus(elements, part);
        }
        return Texts.plus(sum, part);
    }

    public static Map<@Nullable Object, @Nullable Object> groupBy(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var groups = new ScriptMap();
        boolean isMap = elements instanceof Map<?, ?>;
        for (Object element : Iteration.over(elements)) {
            Object key = Functions.apply(body, element);
            if (isMap) {
                if (!(groups.get(key) instanceof ScriptMap)) {
                    groups.put(key, new ScriptMap());
                }
                if (groups.get(key) instanceof ScriptMap group) {
                    Maps.putEntry(group, element);
                }
            } else {
                if (!(groups.get(key) instanceof ScriptList)) {
                    groups.put(key, new ScriptList());
                }
                if (groups.get(key) instanceof ScriptList group) {
                    group.add(element);
                }
            }
        }
        return groups;
    }

    public static Map<@Nullable Object, @Nullable Object> countBy(
            @Nullable Object elements, @Nullable ScriptFunction body) {
        var counts = new ScriptMap();
        for (Object element : Iteration.over(elements)) {
            Object key = Functions.apply(body, element);
            counts.put(key, counts.get(key) instanceof Integer count ? count + 1 : 1);
        }
        return counts;
    }
}
