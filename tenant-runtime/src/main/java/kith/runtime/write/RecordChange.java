package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import tools.jackson.databind.JsonNode;

/**
 * What a write did to a record, as history and change stream keep it.
 *
 * @param version the version that the record has now
 * @param values by field id, the value before and after in the form of the API
 */
record RecordChange(
        ObjectType object, UUID id, int version, Kind kind, Map<UUID, ValueChange> values) {

    RecordChange {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The kinds of change. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        RESTORE,
        DESTROY
    }

    /** A value before and after. */
    record ValueChange(JsonNode before, JsonNode after) {}

    /** A change that is not about values. */
    static RecordChange of(ObjectType object, UUID id, int version, Kind kind) {
        return new RecordChange(object, id, version, kind, Map.of());
    }
}
