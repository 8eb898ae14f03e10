package kith.script.library;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Making, reading and changing lists and sets. */
public final class Lists {

    private Lists() {}

    // Making

    public static List<@Nullable Object> create(@Nullable Object[] elements) {
        var list = new ScriptList();
        for (Object element : elements) {
            list.add(element);
        }
        return list;
    }

    public static List<@Nullable Object> create() {
        return new ScriptList();
    }

    /** With an initial capacity, which is no concern of a rule's. */
    public static List<@Nullable Object> create(int capacity) {
        if (capacity < 0 || capacity > Sizes.MAX) {
            throw Meter.current()
                    .exhaust(
                            LimitName.COLLECTION_SIZE,
                            "a list or map has more than 100,000 elements");
        }
        return new ScriptList();
    }

    public static List<@Nullable Object> create(@Nullable Collection<?> elements) {
        return listOf(elements);
    }

    public static Set<@Nullable Object> createSet() {
        return new ScriptSet();
    }

    public static Set<@Nullable Object> createSet(@Nullable Collection<?> elements) {
        return setOf(elements);
    }

    public static List<@Nullable Object> range(
            @Nullable Object from,
            @Nullable Object to,
            boolean isFromExcluded,
            boolean isToExcluded) {
        return Ranges.create(
                !isFromExcluded, !isToExcluded, Conversions.toInt(from), Conversions.toInt(to));
    }

    public static List<@Nullable Object> listOf(@Nullable Object elements) {
        var list = new ScriptList();
        for (Object element : Iteration.over(elements)) {
            list.add(element);
        }
        return list;
    }

    public static Set<@Nullable Object> setOf(@Nullable Object elements) {
        var set = new ScriptSet();
        for (Object element : Iteration.over(elements)) {
            set.add(element);
        }
        return set;
    }

    static ScriptList copyOf(Iterable<? extends @Nullable Object> elements) {
        var copy = new ScriptList();
        for (Object element : elements) {
            copy.add(element);
        }
        return copy;
    }

    // Reading by position

    public static @Nullable Object at(@Nullable List<?> list, int index) {
        List<?> present = required(list);
        int position = index < 0 ? index + present.size() : index;
        return position < 0 || position >= present.size() ? null : present.get(position);
    }

    public static @Nullable Object at(@Nullable List<?> list, @Nullable Number index) {
        return at(list, Numbers.toInt(index));
    }

    public static List<@Nullable Object> at(@Nullable List<?> list, ScriptRange range) {
        var part = new ScriptList();
        int size = required(list).size();
        int from = range.from() < 0 ? range.from() + size : range.from();
        int to = range.to() < 0 ? range.to() + size : range.to();
        for (int i = from; from <= to ? i <= to : i >= to; i += from <= to ? 1 : -1) {
            part.add(at(list, i));
        }
        return part;
    }

    public static @Nullable Object at(@Nullable Object[] array, int index) {
        int position = index < 0 ? index + array.length : index;
        if (position < 0 || position >= array.length) {
            throw new ScriptError("position %d is outside the list".formatted(index));
        }
        return array[position];
    }

    public static @Nullable Object first(@Nullable Object elements) {
        for (Object element : Iteration.over(elements)) {
            return element;
        }
        throw new ScriptError("the list is empty");
    }

    public static @Nullable Object last(@Nullable Object elements) {
        List<?> list = elements instanceof List<?> present ? present : listOf(elements);
        if (list.isEmpty()) {
            throw new ScriptError("the list is empty");
        }
        return list.getLast();
    }

    public static List<@Nullable Object> tail(@Nullable Object elements) {
        return drop(elements, 1);
    }

    public static List<@Nullable Object> init(@Nullable Object elements) {
        List<@Nullable Object> all = listOf(elements);
        if (!all.isEmpty()) {
            all.removeLast();
        }
        return all;
    }

    public static List<@Nullable Object> take(@Nullable Object elements, int count) {
        var taken = new ScriptList();
        for (Object element : Iteration.over(elements)) {
            if (taken.size() >= count) {
                break;
            }
            taken.add(element);
        }
        return taken;
    }

    public static List<@Nullable Object> drop(@Nullable Object elements, int count) {
        var kept = new ScriptList();
        int dropped = 0;
        for (Object element : Iteration.over(elements)) {
            Meter.current().tick(1);
            if (dropped++ >= count) {
                kept.add(element);
            }
        }
        return kept;
    }

    public static List<@Nullable Object> part(@Nullable List<?> list, int from, int to) {
        if (from < 0 || to > required(list).size() || from > to) {
            throw new IndexOutOfBoundsException();
        }
        return take(drop(list, from), to - from);
    }

    public static int size(@Nullable Object[] array) {
        return array.length;
    }

    // Combining

    public static Collection<@Nullable Object> plus(
            @Nullable Iterable<?> elements, @Nullable Object added) {
        Collection<@Nullable Object> all =
                elements instanceof Set<?> ? new ScriptSet() : new ScriptList();
        for (Object element : required(elements)) {
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
        for (Object element : required(elements)) {
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
        for (Object element : required(elements)) {
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
        for (Object row : required(rows)) {
            width = Math.min(width, row instanceof List<?> cells ? cells.size() : 0);
        }
        for (int i = 0; i < (required(rows).isEmpty() ? 0 : width); i++) {
            var column = new ScriptList();
            for (Object row : required(rows)) {
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
            pairs.add(create(new @Nullable Object[] {element, index++}));
        }
        return pairs;
    }

    public static List<@Nullable Object> reverse(@Nullable Object elements) {
        var reversed = new ScriptList();
        List<@Nullable Object> all = listOf(elements);
        for (int i = all.size() - 1; i >= 0; i--) {
            reversed.add(all.get(i));
        }
        return reversed;
    }

    public static String join(@Nullable Iterable<?> elements) {
        return Texts.join("", required(elements));
    }

    public static String join(@Nullable Iterable<?> elements, @Nullable String separator) {
        return Texts.join(separator == null ? "" : separator, required(elements));
    }

    public static String joinArray(@Nullable Object[] elements, @Nullable String separator) {
        return join(Arrays.asList(elements), separator);
    }

    public static boolean containsAll(
            @Nullable Collection<?> elements, @Nullable Collection<?> others) {
        for (Object other : required(others)) {
            if (!Comparisons.contains(elements, other)) {
                return false;
            }
        }
        return true;
    }

    // Changing

    public static Collection<@Nullable Object> append(
            @Nullable Collection<@Nullable Object> elements, @Nullable Object added) {
        required(elements).add(added);
        return required(elements);
    }

    public static boolean push(@Nullable List<@Nullable Object> list, @Nullable Object element) {
        required(list).add(0, element);
        return true;
    }

    public static @Nullable Object pop(@Nullable List<@Nullable Object> list) {
        if (required(list).isEmpty()) {
            throw new ScriptError("the list is empty");
        }
        return required(list).remove(0);
    }

    public static void putAt(
            @Nullable List<@Nullable Object> list, int index, @Nullable Object value) {
        List<@Nullable Object> present = required(list);
        int position = index < 0 ? index + present.size() : index;
        if (position < 0) {
            throw new ScriptError("position %d is outside the list".formatted(index));
        }
        while (present.size() <= position) {
            present.add(null);
        }
        present.set(position, value);
    }

    public static boolean removeAll(
            @Nullable Collection<@Nullable Object> elements, @Nullable ScriptFunction test) {
        return keep(elements, element -> !Functions.test(test, element));
    }

    public static boolean removeAll(
            @Nullable Collection<@Nullable Object> elements, @Nullable Collection<?> removed) {
        return keep(elements, element -> !Comparisons.contains(removed, element));
    }

    public static boolean retainAll(
            @Nullable Collection<@Nullable Object> elements, @Nullable ScriptFunction test) {
        return keep(elements, element -> Functions.test(test, element));
    }

    public static boolean retainAll(
            @Nullable Collection<@Nullable Object> elements, @Nullable Collection<?> kept) {
        return keep(elements, element -> Comparisons.contains(kept, element));
    }

    private interface Test {
        boolean keeps(@Nullable Object element);
    }

    private static boolean keep(@Nullable Collection<@Nullable Object> elements, Test test) {
        Collection<@Nullable Object> present = required(elements);
        var kept = new ScriptList();
        for (Object element : copyOf(present)) {
            if (test.keeps(element)) {
                kept.add(element);
            }
        }
        boolean isChanged = kept.size() != present.size();
        if (isChanged) {
            present.clear();
            present.addAll(kept);
        }
        return isChanged;
    }

    /** An element of a list, map, text or array whose type the compiler does not know. */
    public static @Nullable Object elementOf(@Nullable Object container, @Nullable Object key) {
        return switch (container) {
            case null -> throw ScriptError.emptyValue();
            case Map<?, ?> map -> map.get(Keys.of(key));
            case List<?> list when key instanceof ScriptRange range -> at(list, range);
            case List<?> list -> at(list, Numbers.toInt(Numbers.number(key)));
            case Object[] array -> at(array, Numbers.toInt(Numbers.number(key)));
            case CharSequence text when key instanceof ScriptRange range -> Texts.at(text, range);
            case CharSequence text -> Texts.at(text, Numbers.toInt(Numbers.number(key)));
            default ->
                    throw new ScriptError("a %s has no elements".formatted(Values.kind(container)));
        };
    }

    /** What becomes of {@code container[key] = value}, which Groovy leaves to a call by name. */
    public static @Nullable Object callByName(
            @Nullable Object caller,
            @Nullable Object container,
            @Nullable String method,
            @Nullable Object[] arguments) {
        if (!"putAt".equals(method) || arguments.length != 2) {
            throw new ScriptError("this call is not available in rules");
        }
        Object key = arguments[0];
        Object value = arguments[1];
        switch (container) {
            case ScriptMap map -> map.put(key, value);
            case ScriptList list -> putAt(list, Numbers.toInt(Numbers.number(key)), value);
            case null -> throw ScriptError.emptyValue();
            default ->
                    throw new ScriptError(
                            "the elements of a %s cannot be set".formatted(Values.kind(container)));
        }
        return value;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw ScriptError.emptyValue();
        }
        return value;
    }
}
