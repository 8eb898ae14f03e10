package kith.metadata.change;

import kith.metadata.ComponentRef;

/**
 * How many records a change of a field touches.
 *
 * @param field whose values they are
 */
public record AffectedRecords(ComponentRef field, Kind kind, long records) {

    /** What becomes of them. */
    public enum Kind {
        /** They take the default, for they had no value. */
        FILLED,
        /** Their values move into an indexed slot. */
        MOVED,
        /** Their values are summed up from the records that refer to them. */
        SUMMED_UP,
        /** Their values are computed and stored, so that an index can serve. */
        COMPUTED
    }
}
