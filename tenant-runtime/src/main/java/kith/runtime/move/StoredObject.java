package kith.runtime.move;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Where the records of an object are.
 *
 * @param isDedicated whether in a table of its own
 * @param job the move that is under way, or clears up
 * @param lastMove the job of that move, or of the last one that is remembered
 * @param indexes by names of fields, those that were asked for
 */
public record StoredObject(
        String name,
        String label,
        boolean isDedicated,
        Optional<UUID> job,
        Optional<UUID> lastMove,
        List<List<String>> indexes) {
    public StoredObject {
        indexes = List.copyOf(indexes);
    }
}
