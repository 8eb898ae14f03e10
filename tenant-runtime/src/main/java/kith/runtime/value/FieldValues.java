package kith.runtime.value;

import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a caller, a script or a document gives as a value of a field type. An empty text is no
 * value, whatever the type.
 */
public final class FieldValues {

    private FieldValues() {}

    /**
     * The value as it may be stored.
     *
     * @param raw String, Boolean, a Number, a list of Strings, a LocalDate, an Instant, an
     *     OffsetDateTime, a UUID, or null
     */
    public static Coercion coerce(FieldType type, @Nullable Object raw) {
        if (raw == null || raw.equals("")) {
            return Coercion.none();
        }
        return switch (type) {
            case FieldType.Text(int maxLength) -> TextValues.line(raw, maxLength);
            case FieldType.LongText(int maxLength) -> TextValues.lines(raw, maxLength);
            case FieldType.AutoNumber _ -> TextValues.line(raw, FieldType.Text.DEFAULT_LENGTH);
            case FieldType.Numeric(int digits, int decimals) ->
                    NumberValues.decimal(raw, digits, decimals);
            case FieldType.Currency(int decimals) ->
                    NumberValues.decimal(raw, NumberValues.COMMON_DIGITS, decimals);
            case FieldType.Percent(int decimals) ->
                    NumberValues.decimal(raw, NumberValues.COMMON_DIGITS, decimals);
            case FieldType.Date _ -> TimeValues.date(raw);
            case FieldType.DateTime _ -> TimeValues.dateTime(raw);
            case FieldType.Checkbox _ -> flag(raw);
            case FieldType.Picklist(var values) -> ChoiceValues.one(raw, values);
            case FieldType.MultiPicklist(var values) -> ChoiceValues.many(raw, values);
            case FieldType.Email _ -> ContactValues.email(raw);
            case FieldType.Phone _ -> ContactValues.phone(raw);
            case FieldType.Url _ -> ContactValues.url(raw);
            case FieldType.TargetObject(var names) -> ChoiceValues.target(raw, names.values());
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    IdValues.id(raw);
        };
    }

    /**
     * The value as something to compare stored values with: a part of an address or a value that
     * new records may no longer take is fine here. A text given for a multi-picklist is one of its
     * values.
     */
    public static Coercion coerceComparand(FieldType type, @Nullable Object raw) {
        if (raw == null || raw.equals("")) {
            return Coercion.none();
        }
        return switch (type) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.AutoNumber _,
                    FieldType.Phone _,
                    FieldType.Url _ ->
                    TextValues.lines(raw, Integer.MAX_VALUE);
            case FieldType.Email _ ->
                    ContactValues.email(raw) instanceof Coercion.Accepted accepted
                            ? accepted
                            : TextValues.lines(raw, Integer.MAX_VALUE);
            case FieldType.Picklist(var values) -> ChoiceValues.known(raw, values);
            case FieldType.MultiPicklist(var values) -> ChoiceValues.known(raw, values);
            case FieldType.Numeric _,
                    FieldType.Currency _,
                    FieldType.Percent _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.TargetObject _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    coerce(type, raw);
        };
    }

    private static Coercion flag(Object raw) {
        return raw instanceof Boolean
                ? new Coercion.Accepted(raw)
                : new Coercion.Refused(wrongType(raw, "true or false"));
    }

    static Problem wrongType(Object raw, String expected) {
        return Problem.of(
                ValueProblem.VALUE_WRONG_TYPE,
                "Expected %s, not %s".formatted(expected, described(raw)));
    }

    private static String described(Object raw) {
        return switch (raw) {
            case String _ -> "a text";
            case Boolean _ -> "true or false";
            case Number _ -> "a number";
            case Iterable<?> _ -> "a list";
            default -> "this kind of value";
        };
    }
}
