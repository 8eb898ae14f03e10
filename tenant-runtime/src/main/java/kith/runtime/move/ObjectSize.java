package kith.runtime.move;

/**
 * How much is kept of an object.
 *
 * @param records those in the bin included
 * @param bytes of the records; of a dedicated table, its indexes included
 */
public record ObjectSize(long records, long bytes) {

    public static final ObjectSize NOTHING = new ObjectSize(0, 0);
}
