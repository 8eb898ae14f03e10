package kith.script.library;

import org.jspecify.annotations.Nullable;

/** What becomes of {@code record.amount} and, with its line, {@code record.amount = x}. */
public final class Records {

    private Records() {}

    public static @Nullable Object read(@Nullable ScriptObject object, String property) {
        if (object == null) {
            throw new ScriptError("cannot read '%s': the record is empty".formatted(property));
        }
        return object.read(property);
    }

    /** What becomes of {@code r.old} where {@code r} is one of {@code records}. */
    public static @Nullable ScriptObject old(@Nullable ScriptObject object) {
        if (object == null) {
            throw new ScriptError("cannot read 'old': the record is empty");
        }
        return object.old();
    }

    public static void write(
            @Nullable ScriptObject object, @Nullable Object value, String property, int line) {
        if (object == null) {
            throw new ScriptError("cannot set '%s': the record is empty".formatted(property));
        }
        object.write(property, value, line);
    }
}
