package kith.runtime.storage;

import java.util.Optional;
import kith.metadata.catalog.RecordHome;

/** What a table made for an object is to it at the moment. */
public enum TableState {
    /** Records are being copied into it; they are still read and written in the shared table. */
    FILLING,
    /** It holds the records. */
    LIVE,
    /** It holds the records, which are being copied to the shared table. */
    LEAVING,
    /** Records were copied out of it; it waits to be dropped. */
    LEFT;

    /** Where the object's records are; empty for the shared table, where nothing needs saying. */
    public Optional<RecordHome> home(int number) {
        return switch (this) {
            case FILLING -> Optional.of(new RecordHome.Shared(true));
            case LIVE -> Optional.of(new RecordHome.Dedicated(number, false));
            case LEAVING -> Optional.of(new RecordHome.Dedicated(number, true));
            case LEFT -> Optional.empty();
        };
    }
}
