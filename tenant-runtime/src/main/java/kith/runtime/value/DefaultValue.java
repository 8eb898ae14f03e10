package kith.runtime.value;

import java.util.Optional;
import kith.metadata.catalog.Field;

/** The typed value that a record takes where none is given. */
public final class DefaultValue {

    private DefaultValue() {}

    /**
     * The default of the field as its definition gives it; empty for none, for no value, and for an
     * expression.
     */
    public static Optional<Object> of(Field field) {
        return field.definition()
                .defaultValue()
                .filter(json -> !json.isObject())
                .map(json -> FieldValues.coerce(field.type(), ValueJson.raw(json)))
                .filter(Coercion.Accepted.class::isInstance)
                .map(coercion -> ((Coercion.Accepted) coercion).value());
    }
}
