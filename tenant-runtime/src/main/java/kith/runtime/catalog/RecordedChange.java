package kith.runtime.catalog;

import java.time.Instant;
import java.util.List;
import kith.metadata.change.Difference;

/**
 * An applied change set as the change log keeps it.
 *
 * @param version the catalog version that it made
 * @param by the name of who made it
 * @param message why
 */
public record RecordedChange(
        long version, Instant at, String by, String message, List<Difference> diff) {

    public RecordedChange {
        diff = List.copyOf(diff);
    }
}
