package kith.metadata.resolve;

import java.util.UUID;
import kith.metadata.catalog.Storage;

/**
 * The home of a removed field: its values still lie there, so only that field may move in again.
 *
 * @param object key of the object
 * @param field id of the removed field; {@link #NOBODY} while the home is being cleared
 */
public record RetiredStorage(int object, Storage storage, UUID field) {

    /** Whose the home is while it is being cleared: not even its old field may move in. */
    public static final UUID NOBODY = new UUID(0, 0);
}
