package kith.runtime.access;

import java.util.List;

/**
 * Whom records may be shared with so that a user sees them, beside the user themselves.
 *
 * @param keys of the groups and roles that the user belongs to, each once and in order
 */
public record Principals(List<Integer> keys) {

    /** Belongs to nothing. */
    public static final Principals NONE = new Principals(List.of());

    public Principals {
        keys = keys.stream().distinct().sorted().toList();
    }
}
