package kith.graphql.reference.world;

/**
 * A list of related records.
 *
 * @param target the object of its records
 * @param owner the object that has the field
 * @param field which makes the relation
 */
public record ModelList(String name, String target, String owner, ModelField field, Way way) {

    /** How the records of the list are found. */
    public enum Way {
        /** Those whose field points to the record. */
        CHILDREN,
        /** Those that the record's own field links. */
        LINKED,
        /** Those whose field links the record. */
        LINKED_BACK
    }
}
