package kith.metadata.catalog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.PackageIds;
import kith.metadata.field.FieldType;

/**
 * The fields that every object has without any component: they live in columns that every record
 * has. Their ids are the same in all objects.
 */
public final class SystemFields {

    public static final String ID = "id";
    public static final String NAME = "name";
    public static final String VERSION = "version";
    public static final String OWNER = "owner";
    public static final String CREATED_AT = "createdAt";
    public static final String CREATED_BY = "createdBy";
    public static final String UPDATED_AT = "updatedAt";
    public static final String UPDATED_BY = "updatedBy";
    public static final String DELETED_AT = "deletedAt";

    private static final int VERSION_DIGITS = 9;
    private static final FieldType USER =
            new FieldType.Lookup(SystemObjects.USER, Optional.empty());

    private SystemFields() {}

    /** The system fields of an object, in the order in which they are shown. */
    public static List<Field> of(ObjectDefinition object) {
        return List.of(
                kept(object, ID, "Id", "id", new FieldType.Id()),
                name(object),
                kept(
                        object,
                        VERSION,
                        "Version",
                        "version",
                        new FieldType.Numeric(VERSION_DIGITS, 0)),
                owner(object),
                kept(object, CREATED_AT, "Created at", "created_at", new FieldType.DateTime()),
                kept(object, CREATED_BY, "Created by", "created_by", USER),
                kept(object, UPDATED_AT, "Updated at", "updated_at", new FieldType.DateTime()),
                kept(object, UPDATED_BY, "Updated by", "updated_by", USER),
                kept(object, DELETED_AT, "Deleted at", "deleted_at", new FieldType.DateTime()));
    }

    /** The permanent id of a system field, the same in all objects. */
    public static UUID idOf(String name) {
        return PackageIds.of(SystemObjects.PACKAGE, ComponentRef.field("*", name));
    }

    /** Typed names are required; counted ones are given by the platform. */
    private static Field name(ObjectDefinition object) {
        boolean isTyped = object.nameField() instanceof NameField.Typed;
        return field(
                object,
                NAME,
                object.nameField().label(),
                "name",
                new FieldType.Text(FieldType.Text.DEFAULT_LENGTH),
                isTyped,
                !isTyped);
    }

    private static Field owner(ObjectDefinition object) {
        return field(object, OWNER, "Owner", "owner", USER, false, false);
    }

    /** A field that the platform keeps itself. */
    private static Field kept(
            ObjectDefinition object, String name, String label, String column, FieldType type) {
        return field(object, name, label, column, type, false, true);
    }

    private static Field field(
            ObjectDefinition object,
            String name,
            String label,
            String column,
            FieldType type,
            boolean isRequired,
            boolean isReadOnly) {
        Storage storage = new Storage.Column(column);
        FieldDefinition definition =
                new FieldDefinition(
                        idOf(name),
                        object.name(),
                        name,
                        label,
                        type,
                        isRequired,
                        false,
                        false,
                        false,
                        isReadOnly,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(storage),
                        Optional.of(SystemObjects.PACKAGE));
        return new Field(definition, storage, true);
    }
}
