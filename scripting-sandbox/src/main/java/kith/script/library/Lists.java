package kith.script.library;

import java.util.Collection;
import java.util.List;
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
        return Ranges.create(!isFromExcluded, !isToExcluded, Ranges.bound(from), Ranges.bound(to));
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

    static <T> T required(@Nullable T value) {
        if (value == null) {
            throw ScriptError.emptyValue();
        }
        return value;
    }
}
