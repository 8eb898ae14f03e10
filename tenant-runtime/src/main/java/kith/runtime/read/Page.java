package kith.runtime.read;

import java.util.Optional;

/**
 * A page of a list.
 *
 * @param size how many records at most
 * @param cursor the opaque position behind (or, going backwards, before) which the page lies
 */
public record Page(int size, Direction direction, Optional<String> cursor) {

    /** From which end a page is taken; records always come in the list's order. */
    public enum Direction {
        FORWARD,
        BACKWARD
    }
}
