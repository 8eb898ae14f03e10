package kith.script.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Lists made of other lists. */
public final class Combining {

    private Combining() {}

    // Combining

    public static Collection<@Nullable Object> plus(
            @Nullable Iterable<?> elements, @Nullable Object added) {
        Collection<@Nullable Object> all =
                elements instanceof Set<?> ? new ScriptSet() : new ScriptList();
        for (Object element : Lists.required(elements)) {
            all.add(element);
        }
        if (added instanceof Iterable<?> others) {
            for (Object element : others) {
                all.add(element);
            }
        } else {
            all.add(added);
        }
        return all;
    }

    public static Collection<@Nullable Object> minus(
            @Nullable Iterable<?> elements, @Nullable Object removed) {
        Iterable<?> others = removed instanceof Iterable<?> many ? many : Arrays.asList(removed);
        Collection<@Nullable Object> left =
                elements instanceof Set<?> ? new ScriptSet() : new ScriptList();
        for (Object element : Lists.required(elements)) {
            if (!Comparisons.contains(others, element)) {
                left.add(element);
            }
        }
        return left;
    }

    public static Collection<@Nullable Object> intersect(
            @Nullable Iterable<?> elements, @Nullable Iterable<?> others) {
        Collection<@Nullable Object> common =
                elements instanceof Set<?> ? new ScriptSet() : new ScriptList();
        for (Object element : Lists.required(elements)) {
            if (Comparisons.contains(others, element)) {
                common.add(element);
            }
        }
        return common;
    }

    public static boolean disjoint(@Nullable Iterable<?> elements, @Nullable Iterable<?> others) {
        return intersect(elements, others).isEmpty();
    }

    public static List<@Nullable Object> flatten(@Nullable Object elements) {
        var flat = new ScriptList();
        flatten(flat, elements, 0);
        return flat;
    }

    private static void flatten(ScriptList flat, @Nullable Object elements, int depth) {
        Values.requireNesting(depth);
        for (Object element : Iteration.over(elements)) {
            Meter.current().tick(1);
            if (element instanceof Collection<?> nested) {
                flatten(flat, nested, depth + 1);
            } else {
                flat.add(element);
            }
        }
    }

    public static List<@Nullable Object> collate(@Nullable Object elements, int size) {
        if (size < 1) {
            throw new ScriptError("parts have at least one element");
        }
        var parts = new ScriptList();
        ScriptList part = new ScriptList();
        for (Object element : Iteration.over(elements)) {
            part.add(element);
            if (part.size() == size) {
                parts.add(part);
                part = new ScriptList();
            }
        }
        if (!part.isEmpty()) {
            parts.add(part);
        }
        return parts;
    }

    public static List<@Nullable Object> transpose(@Nullable List<?> rows) {
        var columns = new ScriptList();
        int width = Integer.MAX_VALUE;
        for (Object row : Lists.required(rows)) {
            width = Math.min(width, row instanceof List<?> cells ? cells.size() : 0);
        }
        for (int i = 0; i < (Lists.required(rows).isEmpty() ? 0 : width); i++) {
            var column = new ScriptList();
            for (Object row : Lists.required(rows)) {
                column.add(row instanceof List<?> cells ? cells.get(i) : null);
            }
            columns.add(column);
        }
        return columns;
    }

    public static List<@Nullable Object> withIndex(@Nullable Object elements) {
        var pairs = new ScriptList();
        int index = 0;
        for (Object element : Iteration.over(elements)) {
            pairs.add(Lists.create(new @Nullable Object[] {element, index++}));
        }
        return pairs;
    }

    public static List<@Nullable Object> reverse(@Nullable Object elements) {
        var reversed = new ScriptList();
        List<@Nullable Object> all = Lists.listOf(elements);
        for (int i = all.size() - 1; i >= 0; i--) {
            reversed.add(all.get(i));
        }
        return reversed;
    }

    public static String join(@Nullable Iterable<?> elements) {
        return Texts.join("", Lists.required(elements));
    }

    public static String join(@Nullable Iterable<?> elements, @Nullable String separator) {
        return Texts.join(separator == null ? "" : separator, Lists.required(elements));
    }

    public static String joinArray(@Nullable Object[] elements, @Nullable String separator) {
        return join(Arrays.asList(elements), separator);
    }

    public static boolean containsAll(
            @Nullable Collection<?> elements, @Nullable Collection<?> others) {
        for (Object other : Lists.required(others)) {
            if (!Comparisons.contains(elements, other)) {
                return false;
            }
        }
        return true;
    }
}
