package kith.script.library;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Making, reading and changing maps. */
public final class Maps {

    private Maps() {}

    /** From keys and values in turn. */
    public static Map<@Nullable Object, @Nullable Object> create(@Nullable Object[] keysAndValues) {
        var map = new ScriptMap();
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    public static Map<@Nullable Object, @Nullable Object> create() {
        return new ScriptMap();
    }

    public static Map<@Nullable Object, @Nullable Object> create(@Nullable Map<?, ?> entries) {
        var map = new ScriptMap();
        map.putAll(required(entries));
        return map;
    }

    static ScriptList entryList(Map<?, ?> map) {
        var entries = new ScriptList();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entries.add(new ScriptEntry(entry.getKey(), entry.getValue()));
        }
        return entries;
    }

    /** Adds what a closure returned for an entry: an entry, a pair or a map. */
    static void putEntry(ScriptMap map, @Nullable Object entry) {
        switch (entry) {
            case Map.Entry<?, ?> pair -> map.put(pair.getKey(), pair.getValue());
            case List<?> pair when pair.size() == 2 -> map.put(pair.get(0), pair.get(1));
            case Map<?, ?> entries -> map.putAll(entries);
            case null, default ->
                    throw new ScriptError("an entry is written [key, value] or [(key): value]");
        }
    }

    public static @Nullable Object at(@Nullable Map<?, ?> map, @Nullable Object key) {
        return required(map).get(Keys.of(key));
    }

    public static @Nullable Object put(
            @Nullable Map<@Nullable Object, @Nullable Object> map,
            @Nullable Object key,
            @Nullable Object value) {
        required(map).put(key, value);
        return value;
    }

    /** The value, put there first where it was missing. */
    public static @Nullable Object getOrPut(
            @Nullable Map<@Nullable Object, @Nullable Object> map,
            @Nullable Object key,
            @Nullable Object value) {
        if (!required(map).containsKey(key)) {
            required(map).put(key, value);
        }
        return required(map).get(key);
    }

    public static @Nullable Object getOrDefault(
            @Nullable Map<?, ?> map, @Nullable Object key, @Nullable Object otherwise) {
        return required(map).containsKey(key) ? required(map).get(key) : otherwise;
    }

    public static @Nullable Object putIfAbsent(
            @Nullable Map<@Nullable Object, @Nullable Object> map,
            @Nullable Object key,
            @Nullable Object value) {
        Object present = required(map).get(key);
        if (present == null) {
            required(map).put(key, value);
        }
        return present;
    }

    public static boolean containsValue(@Nullable Map<?, ?> map, @Nullable Object value) {
        return Comparisons.contains(required(map).values(), value);
    }

    public static Set<@Nullable Object> keys(@Nullable Map<?, ?> map) {
        return Lists.setOf(Lists.copyOf(required(map).keySet()));
    }

    public static Collection<@Nullable Object> values(@Nullable Map<?, ?> map) {
        return Lists.copyOf(required(map).values());
    }

    public static Set<@Nullable Object> entries(@Nullable Map<?, ?> map) {
        return Lists.setOf(entryList(required(map)));
    }

    public static Map<@Nullable Object, @Nullable Object> plus(
            @Nullable Map<?, ?> left, @Nullable Map<?, ?> right) {
        Map<@Nullable Object, @Nullable Object> both = create(left);
        both.putAll(required(right));
        return both;
    }

    public static Map<@Nullable Object, @Nullable Object> putAll(
            @Nullable Map<@Nullable Object, @Nullable Object> map, @Nullable Map<?, ?> added) {
        required(map).putAll(required(added));
        return required(map);
    }

    public static Map<@Nullable Object, @Nullable Object> part(
            @Nullable Map<?, ?> map, @Nullable Collection<?> keys) {
        var part = new ScriptMap();
        for (Object key : required(keys)) {
            if (required(map).containsKey(key)) {
                part.put(key, required(map).get(key));
            }
        }
        return part;
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw ScriptError.emptyValue();
        }
        return value;
    }
}
