package kith.runtime.write;

import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.value.ValueJson;
import org.jspecify.annotations.Nullable;

/**
 * What a write did to a record, as history and change stream keep it.
 *
 * @param version the version that the record has now
 * @param values {@code {"<field id>": [before, after]}}, the values in the form of the API
 */
record RecordChange(ObjectType object, UUID id, int version, Kind kind, String values) {

    private static final String NONE = "{}";

    /** The kinds of change. */
    enum Kind {
        CREATE,
        UPDATE,
        DELETE,
        RESTORE,
        DESTROY
    }

    /** A change that is not about values. */
    static RecordChange of(ObjectType object, UUID id, int version, Kind kind) {
        return new RecordChange(object, id, version, kind, NONE);
    }

    /** What a draft does to the values of its record. */
    static RecordChange of(Draft draft) {
        return of(draft, Map.of());
    }

    /** What a draft does to the values of its record, and to its links by their fields. */
    static RecordChange of(Draft draft, Map<UUID, LinkRows.Change> links) {
        Values values = new Values();
        for (String name : draft.changed()) {
            draft.object()
                    .field(name)
                    .filter(field -> !field.isRollUp())
                    .ifPresent(field ->
                            values.add(field.id(), draft.valueBefore(name), draft.value(name)));
        }
        links.forEach((field, change) -> values.add(field, change.removed(), change.added()));
        return new RecordChange(
                draft.object(),
                draft.id(),
                draft.before().map(before -> before.version() + 1).orElse(1),
                draft.isNew() ? Kind.CREATE : Kind.UPDATE,
                values.json());
    }

    /** Whether it is kept for people; of what is destroyed no trace is. */
    boolean isKept() {
        return object.definition().keepsHistory() && kind != Kind.DESTROY;
    }

    /** Writes down values, field by field. */
    static final class Values {

        private final StringBuilder json = new StringBuilder(256).append('{');

        /** Typed values, or lists of ids where links changed. */
        void add(UUID field, @Nullable Object before, @Nullable Object after) {
            if (json.length() > 1) {
                json.append(',');
            }
            json.append('"').append(field).append("\":[");
            ValueJson.append(json, before);
            json.append(',');
            ValueJson.append(json, after);
            json.append(']');
        }

        String json() {
            return json.append('}').toString();
        }
    }
}
