package kith.runtime.write;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.rule.FieldCause;
import kith.runtime.value.ValueJson;

/**
 * Which rules, and which defaults, gave the fields of records their values, until the change is
 * written down.
 */
final class WriteCauses {

    private static final String NONE = "null";
    private static final String DEFAULT = "{\"default\":true}";

    /** By record and name of the field; a default is no rule. */
    private final Map<UUID, Map<String, Optional<FieldCause>>> byRecord = new HashMap<>();

    /** Later rules of the same change come after earlier ones. */
    void add(UUID record, Map<String, FieldCause> causes) {
        causes.forEach((field, cause) -> of(record).put(field, Optional.of(cause)));
    }

    /**
     * What new records have now and were not given.
     *
     * @param filled the same records in the same order
     */
    void addDefaults(List<Draft> given, List<Draft> filled) {
        for (int index = 0; index < given.size(); index++) {
            Draft draft = filled.get(index);
            if (draft.isNew()) {
                Set<String> fields = new HashSet<>(draft.set().keySet());
                fields.removeAll(given.get(index).set().keySet());
                fields.stream()
                        .filter(field -> draft.value(field) != null)
                        .forEach(field -> of(draft.id()).put(field, Optional.empty()));
            }
        }
    }

    private Map<String, Optional<FieldCause>> of(UUID record) {
        return byRecord.computeIfAbsent(record, _ -> new HashMap<>());
    }

    /**
     * {@code {"<field id>": {"rule": "<id>", "name": "...", "line": 3}}}, or {@code {"default":
     * true}} for a field, of a change that is being written down; JSON's null where there is
     * nothing to say. A later change of the record begins anew.
     */
    String taken(ObjectType object, UUID record) {
        Map<String, Optional<FieldCause>> causes = byRecord.remove(record);
        if (causes == null) {
            return NONE;
        }
        StringBuilder json = new StringBuilder();
        causes.forEach((name, cause) ->
                object.field(name)
                        .ifPresent(field -> {
                            json.append(json.isEmpty() ? '{' : ',');
                            json.append('"').append(field.id()).append("\":");
                            cause.ifPresentOrElse(
                                    rule -> append(json, rule), () -> json.append(DEFAULT));
                        }));
        return json.isEmpty() ? NONE : json.append('}').toString();
    }

    private static void append(StringBuilder json, FieldCause cause) {
        json.append("{\"rule\":\"").append(cause.rule()).append("\",\"name\":");
        ValueJson.append(json, cause.name());
        json.append(",\"line\":").append(cause.line()).append('}');
    }
}
