package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.TargetObjects;
import kith.runtime.write.ReferenceResolver.Pointed;
import org.jspecify.annotations.Nullable;

/**
 * The values by which a record points to another one: the id, and of a polymorphic lookup the name
 * of the object beside it.
 */
final class Pointers {

    private Pointers() {}

    static Map<String, @Nullable Object> to(Pointed record, Field reference) {
        return to(record.id(), record.object(), reference);
    }

    static Map<String, @Nullable Object> to(UUID id, ObjectType object, Field reference) {
        return values(reference, id, object.name());
    }

    /** Those of a record that points nowhere. */
    static Map<String, @Nullable Object> toNone(Field reference) {
        return values(reference, null, null);
    }

    private static Map<String, @Nullable Object> values(
            Field reference, @Nullable UUID id, @Nullable String object) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put(reference.name(), id);
        if (reference.isPolymorphic()) {
            values.put(TargetObjects.nameOf(reference.name()), object);
        }
        return Collections.unmodifiableMap(values);
    }
}
