package kith.script;

import java.util.Objects;

/**
 * One property of an object type. A reference is never writable: a rule writes the property that
 * holds the reference's id.
 */
public record PropertyType(String name, ScriptType type, boolean isWritable) {

    public PropertyType {
        Objects.requireNonNull(name);
        if (type instanceof ScriptType.Reference && isWritable) {
            throw new IllegalArgumentException("a reference is read-only: " + name);
        }
    }
}
