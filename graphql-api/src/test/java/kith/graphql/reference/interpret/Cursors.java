package kith.graphql.reference.interpret;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which record each cursor stands behind. Cursors are opaque: what they mean is learnt from the
 * answers in which they came.
 */
public final class Cursors {

    private final Map<String, UUID> records = new HashMap<>();

    public void learn(String cursor, UUID id) {
        records.put(cursor, id);
    }

    UUID record(String cursor) {
        UUID id = records.get(cursor);
        if (id == null) {
            throw new IllegalArgumentException("Nobody gave the cursor " + cursor);
        }
        return id;
    }
}
