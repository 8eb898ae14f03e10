package kith.metadata.catalog;

/**
 * The typed slots of the shared record table. The numbers are those of the migration that made the
 * table; the first {@link #indexed()} of each kind carry an index.
 */
public enum SlotKind {
    TEXT("text", 40, 12),
    NUMBER("number", 30, 8),
    DATE("date", 12, 5),
    TIME("time", 8, 3),
    BOOLEAN("flag", 16, 2),
    REFERENCE("ref", 20, 10),
    /**
     * Of which object the record is that the reference of the same number points to; nothing where
     * it always is of the same.
     */
    OBJECT("object", 20, 0);

    private final String columnPrefix;
    private final int count;
    private final int indexed;

    SlotKind(String columnPrefix, int count, int indexed) {
        this.columnPrefix = columnPrefix;
        this.count = count;
        this.indexed = indexed;
    }

    public String columnPrefix() {
        return columnPrefix;
    }

    /** How many slots of this kind a record has. */
    public int count() {
        return count;
    }

    /** How many of them, counted from 1, carry an index. */
    public int indexed() {
        return indexed;
    }
}
