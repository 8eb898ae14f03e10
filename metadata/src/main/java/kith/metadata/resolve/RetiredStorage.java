package kith.metadata.resolve;

import java.util.UUID;
import kith.metadata.catalog.Storage;

/**
 * The home of a removed field: its values still lie there, so only that field may move in again.
 *
 * @param object key of the object
 * @param field id of the removed field
 */
public record RetiredStorage(int object, Storage storage, UUID field) {}
