package kith.runtime.value;

import kith.metadata.ObjectDefinition.NameField;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.metadata.field.FieldType;

/** Tells the values that a record has of its own from those that the platform keeps about it. */
public final class OwnValues {

    private OwnValues() {}

    /** Whether it is the record's own: its name, its owner and all that it stores beside. */
    public static boolean isOwn(Field field) {
        return (!field.isSystem() && !field.isComputed())
                || field.name().equals(SystemFields.NAME)
                || field.name().equals(SystemFields.OWNER);
    }

    /** Whether the platform counts the field up. */
    public static boolean isNumbered(ObjectType object, Field field) {
        return field.type() instanceof FieldType.AutoNumber
                || (field.isSystem()
                        && field.name().equals(SystemFields.NAME)
                        && object.definition().nameField() instanceof NameField.Numbered);
    }

    /** Whether a rule may set it: the record's own values that are not counted or summed up. */
    public static boolean isSettable(ObjectType object, Field field) {
        return isOwn(field) && !field.isRollUp() && !isNumbered(object, field);
    }
}
