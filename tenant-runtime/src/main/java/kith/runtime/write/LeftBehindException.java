package kith.runtime.write;

import java.util.Set;
import java.util.UUID;

/**
 * The write would change more values of stored formulas than it may, and nobody knows yet that they
 * are not to be read.
 */
final class LeftBehindException extends RuntimeException {

    private final transient Set<UUID> fields;

    LeftBehindException(Set<UUID> fields) {
        super("Too many values of " + fields, null, false, false);
        this.fields = Set.copyOf(fields);
    }

    /** The fields with these formulas. */
    Set<UUID> fields() {
        return fields;
    }
}
