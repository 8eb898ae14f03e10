package kith.runtime.move;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the records of an object are.
 *
 * @param isDedicated whether in a table of its own
 * @param job the move that is under way, or clears up
 * @param records those in the bin included
 * @param bytes of the records; of a dedicated table, its indexes included
 * @param indexes by names of fields, those that were asked for
 */
public record StoredObject(
        String name,
        String label,
        boolean isDedicated,
        Optional<UUID> job,
        long records,
        long bytes,
        List<List<String>> indexes) {
    public StoredObject {
        indexes = List.copyOf(indexes);
    }
}
