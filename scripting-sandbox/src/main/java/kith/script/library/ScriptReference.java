package kith.script.library;

import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** A variable that a closure and the code around it share. */
public final class ScriptReference {

    private @Nullable Object value;

    private ScriptReference(@Nullable Object value) {
        Meter.current().allocate(16);
        this.value = value;
    }

    public static ScriptReference create() {
        return new ScriptReference(null);
    }

    public static ScriptReference create(@Nullable Object value) {
        return new ScriptReference(value);
    }

    public @Nullable Object get() {
        return value;
    }

    public void set(@Nullable Object newValue) {
        value = newValue;
    }
}
