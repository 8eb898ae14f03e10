package kith.metadata.catalog;

/**
 * A list of records that an object offers under a name: the children that refer to it, or either
 * side of a many-to-many field.
 *
 * @param name API name of the list, e.g. {@code contacts}
 * @param label what people read above it
 * @param object name of the object that offers the list
 * @param target name of the object whose records are listed
 * @param field the lookup, master-detail or many-to-many field behind it
 */
public record Relation(
        String name, String label, String object, String target, Field field, Direction direction) {

    /** From which side the field behind a relation is walked. */
    public enum Direction {
        /** The listed records hold a lookup or master-detail to this one. */
        CHILDREN,
        /** This object owns the many-to-many field. */
        LINKED,
        /** The listed object owns the many-to-many field. */
        LINKED_BACK
    }
}
