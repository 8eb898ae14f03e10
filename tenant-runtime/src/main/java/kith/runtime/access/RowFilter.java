package kith.runtime.access;

import java.util.UUID;

/** Which records of an object a caller may know of; part of every place that reads records. */
public sealed interface RowFilter {

    RowFilter EVERYTHING = new Everything();
    RowFilter NOTHING = new Nothing();

    /** All records of the tenant. */
    record Everything() implements RowFilter {}

    /** None: the object is as good as empty. */
    record Nothing() implements RowFilter {}

    /**
     * Those that a user owns, serves as a queue, or was given.
     *
     * @param isUpwards whether also those of the users whose role is below the user's
     * @param isForChange whether only those that the user may change
     */
    record Shared(UUID user, boolean isUpwards, boolean isForChange) implements RowFilter {}
}
