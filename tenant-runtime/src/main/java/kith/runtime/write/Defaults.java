package kith.runtime.write;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.metadata.field.FieldType;
import kith.runtime.access.Caller;
import kith.runtime.value.DefaultValue;
import org.jspecify.annotations.Nullable;

/**
 * Third stage: fills in what a new record takes where nothing was given. Defaults that are
 * expressions follow in {@link ComputedDefaults}.
 */
final class Defaults {

    private Defaults() {}

    /** The drafts with defaults; an explicit null stays, but for yes-no fields, which know none. */
    static List<Draft> applied(ObjectType object, Caller caller, List<Draft> drafts) {
        Map<String, Object> defaults = constants(object);
        caller.user().ifPresent(user -> defaults.put(SystemFields.OWNER, user));
        return drafts.stream().map(draft -> applied(defaults, draft)).toList();
    }

    private static Draft applied(Map<String, Object> defaults, Draft draft) {
        Map<String, @Nullable Object> missing = new LinkedHashMap<>();
        if (draft.isNew()) {
            defaults.forEach((field, value) -> {
                if (!draft.set().containsKey(field) && !draft.failed().contains(field)) {
                    missing.put(field, value);
                }
            });
        }
        for (Field field : draft.object().fields()) {
            if (field.type() instanceof FieldType.Checkbox
                    && draft.set().containsKey(field.name())
                    && draft.set().get(field.name()) == null) {
                missing.put(field.name(), false);
            }
        }
        return draft.with(missing);
    }

    private static Map<String, Object> constants(ObjectType object) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Field field : object.fields()) {
            if (!field.isComputed() && field.definition().defaultExpression().isEmpty()) {
                constant(field).ifPresent(value -> constants.put(field.name(), value));
            }
        }
        return constants;
    }

    private static Optional<Object> constant(Field field) {
        Optional<Object> given = DefaultValue.of(field);
        if (given.isEmpty() && field.type() instanceof FieldType.Checkbox) {
            return Optional.of(false);
        }
        return given.or(() -> EmptyResult.of(field));
    }
}
