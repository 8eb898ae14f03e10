package kith.graphql.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.metadata.field.FieldType;
import kith.runtime.read.Measure.Function;

/** Over which fields of an object what can be computed, by their names in the API. */
public final class AggregateFields {

    /** System fields that each record has, so that nothing is learnt from how many do. */
    private static final Set<String> ALWAYS_THERE =
            Set.of(
                    SystemFields.ID,
                    SystemFields.VERSION,
                    SystemFields.CREATED_AT,
                    SystemFields.UPDATED_AT);

    /** System fields of which nothing is computed at all. */
    private static final Set<String> NEVER =
            Set.of(SystemFields.ID, SystemFields.VERSION, SystemFields.DELETED_AT);

    private AggregateFields() {}

    /** The fields by name, in the order of the object. */
    public static SequencedMap<String, Field> of(ObjectType object, Function function) {
        SequencedMap<String, Field> fields = new LinkedHashMap<>();
        for (OutputField output : OutputField.of(object)) {
            switch (output) {
                case OutputField.Plain(Field field) -> add(fields, output.name(), field, function);
                case OutputField.ReferenceId(Field field) ->
                        add(fields, output.name(), field, function);
                case OutputField.Reference _,
                        OutputField.AnyReference _,
                        OutputField.CurrencyOf _,
                        OutputField.ListOf _ -> {}
            }
        }
        return Collections.unmodifiableSequencedMap(fields);
    }

    private static void add(
            Map<String, Field> fields, String name, Field field, Function function) {
        boolean isNever = field.isSystem() && NEVER.contains(field.name());
        if (!isNever && isPossible(field, function)) {
            fields.put(name, field);
        }
    }

    private static boolean isPossible(Field field, Function function) {
        return switch (function) {
            case SUM, AVERAGE -> isNumber(field.type());
            case MIN, MAX -> isOrdered(field.type());
            case COUNT_DISTINCT -> isDistinct(field.type());
            case PERCENT_EMPTY ->
                    !(field.type() instanceof FieldType.Checkbox)
                            && !(field.isSystem() && ALWAYS_THERE.contains(field.name()));
        };
    }

    private static boolean isNumber(FieldType type) {
        return type instanceof FieldType.Numeric
                || type instanceof FieldType.Currency
                || type instanceof FieldType.Percent;
    }

    private static boolean isOrdered(FieldType type) {
        return switch (ValueKind.of(type)) {
            case INT, DECIMAL, DATE, DATE_TIME -> true;
            case STRING -> !(type instanceof FieldType.LongText);
            case ID, STRINGS, BOOLEAN, TARGET -> false;
        };
    }

    /** Whether values of the type are short enough to be told apart by the thousands. */
    static boolean isDistinct(FieldType type) {
        return switch (ValueKind.of(type)) {
            case ID, INT, DECIMAL, DATE, DATE_TIME, BOOLEAN, TARGET -> true;
            case STRING -> !(type instanceof FieldType.LongText);
            case STRINGS -> false;
        };
    }
}
