package kith.runtime.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place in an ordered list: the values of its keys there, and the record's id.
 *
 * @param values in the order of the keys, each as the database compares it; null where missing
 */
record CursorPosition(List<@Nullable Object> values, UUID id) {

    CursorPosition {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
