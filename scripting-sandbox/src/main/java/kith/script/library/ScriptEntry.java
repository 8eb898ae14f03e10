package kith.script.library;

import java.util.Map;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** A key and its value, as they were when the rule looked. */
final class ScriptEntry
        implements Map.Entry<@Nullable Object, @Nullable Object>, Comparable<ScriptEntry> {

    private final @Nullable Object key;
    private final @Nullable Object value;

    ScriptEntry(@Nullable Object key, @Nullable Object value) {
        Sizes.created();
        this.key = key;
        this.value = value;
    }

    @Override
    public @Nullable Object getKey() {
        return key;
    }

    @Override
    public @Nullable Object getValue() {
        return value;
    }

    @Override
    public @Nullable Object setValue(@Nullable Object newValue) {
        throw new ScriptError("an entry is read-only; set the value in its map");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        // Asked by sets and maps, which forget how deep in other values they are.
        Meter meter = Meter.enter();
        try {
            return Comparisons.compareEqual(this, other);
        } finally {
            meter.exit();
        }
    }

    /** See {@link KeyOrder}. */
    @Override
    public int compareTo(ScriptEntry other) {
        return KeyOrder.compare(this, other);
    }

    /** By the key alone: the value may be a list of any size. */
    @Override
    public int hashCode() {
        return Comparisons.hash(this);
    }

    @Override
    public String toString() {
        return Values.text(this);
    }
}
