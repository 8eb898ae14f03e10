package kith.script.library;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A map of a rule, in the order of insertion; its keys are {@link Keys}. */
public final class ScriptMap extends AbstractMap<@Nullable Object, @Nullable Object> {

    private final Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();

    ScriptMap() {
        Sizes.created();
    }

    /** A view for the library; rules get copies. */
    @Override
    public Set<Map.Entry<@Nullable Object, @Nullable Object>> entrySet() {
        return Collections.unmodifiableSet(entries.entrySet());
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return entries.get(Keys.of(key));
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(Keys.of(key));
    }

    @Override
    public @Nullable Object put(@Nullable Object key, @Nullable Object value) {
        Sizes.entryAdded(entries.size());
        return entries.put(Keys.of(key), value);
    }

    @Override
    public void putAll(Map<? extends @Nullable Object, ? extends @Nullable Object> added) {
        for (var entry : new ArrayList<>(added.entrySet())) {
            put(entry.getKey(), entry.getValue());
        }
    }

    @Override
    public @Nullable Object remove(@Nullable Object key) {
        return entries.remove(Keys.of(key));
    }

    @Override
    public void clear() {
        entries.clear();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Comparisons.compareEqual(this, other);
    }

    @Override
    public int hashCode() {
        return Comparisons.hash(this);
    }

    @Override
    public String toString() {
        return Values.text(this);
    }
}
