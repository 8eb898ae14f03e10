package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.TargetObjects;
import kith.metadata.field.FieldType;

/** Finds the field behind the name under which a script sees it. */
public final class FieldUses {

    private static final String ID_SUFFIX = "Id";

    private FieldUses() {}

    /**
     * A script sees a reference {@code account} as {@code accountId} too, and of which object its
     * record is as {@code accountType}.
     */
    public static Optional<Field> field(ObjectType object, String name) {
        return object.field(name)
                .map(field -> lookupBeside(object, field))
                .or(() -> referenceBehind(object, name));
    }

    private static Field lookupBeside(ObjectType object, Field field) {
        return field.type() instanceof FieldType.TargetObject
                ? TargetObjects.lookupOf(field.name()).flatMap(object::field).orElseThrow()
                : field;
    }

    private static Optional<Field> referenceBehind(ObjectType object, String name) {
        return name.endsWith(ID_SUFFIX)
                ? object.field(name.substring(0, name.length() - ID_SUFFIX.length()))
                        .filter(Field::isToOne)
                : Optional.empty();
    }
}
