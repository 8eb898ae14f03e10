package kith.runtime.write;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.rule.FieldCause;
import kith.runtime.value.ValueJson;

/** Which rules gave the fields of records their values, until the change is written down. */
final class WriteCauses {

    private static final String NONE = "null";

    private final Map<UUID, Map<String, FieldCause>> byRecord = new HashMap<>();

    /** Later rules of the same change come after earlier ones. */
    void add(UUID record, Map<String, FieldCause> causes) {
        if (!causes.isEmpty()) {
            byRecord.computeIfAbsent(record, _ -> new HashMap<>()).putAll(causes);
        }
    }

    /**
     * {@code {"<field id>": {"rule": "<id>", "name": "...", "line": 3}}} of a change that is being
     * written down; JSON's null where no rule set anything. A later change of the record begins
     * anew.
     */
    String taken(ObjectType object, UUID record) {
        Map<String, FieldCause> causes = byRecord.remove(record);
        if (causes == null) {
            return NONE;
        }
        StringBuilder json = new StringBuilder();
        causes.forEach((name, cause) -> {
            Field field = object.field(name).orElse(null);
            if (field != null) {
                json.append(json.isEmpty() ? '{' : ',');
                json.append('"').append(field.id()).append("\":{\"rule\":\"").append(cause.rule());
                json.append("\",\"name\":");
                ValueJson.append(json, cause.name());
                json.append(",\"line\":").append(cause.line()).append('}');
            }
        });
        return json.isEmpty() ? NONE : json.append('}').toString();
    }
}
