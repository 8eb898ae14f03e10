package kith.metadata.resolve;

import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;

/** Finds the field behind the name under which a script sees it. */
public final class FieldUses {

    private static final String ID_SUFFIX = "Id";

    private FieldUses() {}

    /** A script sees a reference {@code account} as {@code accountId} too. */
    public static Optional<Field> field(ObjectType object, String name) {
        return object.field(name).or(() -> referenceBehind(object, name));
    }

    private static Optional<Field> referenceBehind(ObjectType object, String name) {
        return name.endsWith(ID_SUFFIX)
                ? object.field(name.substring(0, name.length() - ID_SUFFIX.length()))
                        .filter(Field::isToOne)
                : Optional.empty();
    }
}
