package kith.metadata.catalog;

/**
 * Which table holds the records of an object. Nothing but statements depends on it, so it is no
 * part of any component: a tenant's objects move from one table to another without a change of
 * metadata.
 */
public sealed interface RecordHome {

    /** Where the records of every object begin. */
    RecordHome COMMON = new Shared(false);

    /**
     * Whether the records are being copied to another table: then every write leaves a note of what
     * it touched.
     */
    boolean isMoving();

    /** The table that all tenants share. */
    record Shared(boolean isMoving) implements RecordHome {
        @Override
        public String toString() {
            return isMoving ? "shared, moving" : "shared";
        }
    }

    /**
     * A table of its own.
     *
     * @param number tells it from all others of the installation
     */
    record Dedicated(int number, boolean isMoving) implements RecordHome {
        @Override
        public String toString() {
            return isMoving ? number + ", moving" : Integer.toString(number);
        }
    }
}
