package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import org.jspecify.annotations.Nullable;

/**
 * A record as it lies in the database.
 *
 * @param values typed values by field name, those of system fields too; fields without value are
 *     missing
 */
record StoredRecord(
        ObjectType object,
        UUID id,
        int version,
        Optional<UUID> deletion,
        Map<String, Object> values) {

    StoredRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    @Nullable Object value(String field) {
        return values.get(field);
    }
}
