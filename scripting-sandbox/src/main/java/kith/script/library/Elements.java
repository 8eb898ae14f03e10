package kith.script.library;

import java.util.List;
import java.util.Map;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** Reading lists by position, and parts of them. */
public final class Elements {

    private Elements() {}

    // Reading by position

    public static @Nullable Object at(@Nullable List<?> list, int index) {
        List<?> present = Lists.required(list);
        int position = index < 0 ? index + present.size() : index;
        return position < 0 || position >= present.size() ? null : present.get(position);
    }

    public static @Nullable Object at(@Nullable List<?> list, @Nullable Number index) {
        return at(list, Numbers.toInt(index));
    }

    public static List<@Nullable Object> at(@Nullable List<?> list, ScriptRange range) {
        var part = new ScriptList();
        if (range.isEmpty()) {
            return part;
        }
        int size = Lists.required(list).size();
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
        List<?> list = elements instanceof List<?> present ? present : Lists.listOf(elements);
        if (list.isEmpty()) {
            throw new ScriptError("the list is empty");
        }
        return list.getLast();
    }

    public static List<@Nullable Object> tail(@Nullable Object elements) {
        return drop(elements, 1);
    }

    public static List<@Nullable Object> init(@Nullable Object elements) {
        List<@Nullable Object> all = Lists.listOf(elements);
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
        if (from < 0 || to > Lists.required(list).size() || from > to) {
            throw new IndexOutOfBoundsException();
        }
        return take(drop(list, from), to - from);
    }

    public static int size(@Nullable Object[] array) {
        return array.length;
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
}
