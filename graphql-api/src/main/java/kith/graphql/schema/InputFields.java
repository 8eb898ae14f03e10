package kith.graphql.schema;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.field.FieldType;

/** Which fields of an object callers may give values for, and by which they may name a record. */
public final class InputFields {

    private InputFields() {}

    /** The fields that a caller can write; the id of a new record aside. */
    public static List<Field> writable(ObjectType object) {
        return object.fields().stream().filter(InputFields::isWritable).toList();
    }

    /**
     * The lists of related records that a caller can write, those of the object's own many-to-many
     * fields aside.
     */
    public static List<Relation> writableRelations(ObjectType object) {
        return object.relations().stream()
                .filter(relation -> relation.direction() != Relation.Direction.LINKED)
                .filter(relation -> isWritable(relation.field()))
                .toList();
    }

    /** The fields whose value names at most one record. */
    public static List<Field> unique(ObjectType object) {
        return object.fields().stream()
                .filter(field -> field.definition().isUnique() || field.definition().isExternalId())
                .filter(field -> !(field.type() instanceof FieldType.Id) && !field.isToOne())
                .toList();
    }

    private static boolean isWritable(Field field) {
        return !field.definition().isReadOnly() && !(field.type() instanceof FieldType.AutoNumber);
    }
}
