package kith.metadata.expression;

import java.util.Optional;
import java.util.UUID;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.field.FieldType;

/**
 * {@code me}: whoever writes, as if each record had a reference to that user. An object's own field
 * of this name comes first.
 */
public final class CurrentUser {

    public static final String NAME = "me";

    private static final Field FIELD = field();

    private CurrentUser() {}

    /** Whether a field stands for whoever writes. */
    public static boolean is(Field field) {
        return field.id().equals(FIELD.id());
    }

    static Optional<Field> named(String name, ExpressionScope scope) {
        return scope.knowsUser() && name.equals(NAME) ? Optional.of(FIELD) : Optional.empty();
    }

    private static Field field() {
        Storage storage = new Storage.Column(NAME);
        FieldDefinition definition =
                new FieldDefinition(
                        new UUID(0x6d65L << 48, 0),
                        "",
                        NAME,
                        "Me",
                        new FieldType.Lookup(SystemObjects.USER, Optional.empty()),
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(storage),
                        Optional.of(SystemObjects.PACKAGE));
        return new Field(definition, storage, true);
    }
}
