package kith.runtime.value;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.metadata.field.FieldType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Typed values in their homes. A slot holds a number as a bigint scaled by the decimals of its
 * field, a moment as timestamptz, all else as itself. The overflow document holds a number as an
 * exact JSON number and all else in the form of the API: text, ISO 8601, true or false, an array.
 */
public final class StoredValues {

    private StoredValues() {}

    /** What a column holds: String, Long, LocalDate, Instant, Boolean or UUID. */
    public static Object toColumn(Object value) {
        return switch (value) {
            case BigDecimal number -> number.unscaledValue().longValueExact();
            case String _, LocalDate _, Instant _, Boolean _, UUID _ -> value;
            default ->
                    throw new IllegalArgumentException(
                            "No column holds a value of " + value.getClass());
        };
    }

    /** What the column of a field of the type holds. */
    public static Object toColumn(FieldType type, Object value) {
        return type instanceof FieldType.TargetObject target
                ? target.keyOf((String) value).orElseThrow()
                : toColumn(value);
    }

    /**
     * The typed value of a field from what its column holds; none for an object that is a target no
     * more.
     */
    public static @Nullable Object fromColumn(FieldType type, Object stored) {
        if (type instanceof FieldType.TargetObject(var names)) {
            return names.get((Integer) stored);
        }
        return switch (stored) {
            case Long number -> BigDecimal.valueOf(number, decimals(type));
            case Integer number -> BigDecimal.valueOf(number, decimals(type));
            case OffsetDateTime moment -> moment.toInstant();
            case String _, LocalDate _, Instant _, Boolean _, UUID _ -> stored;
            default -> throw new IllegalArgumentException("No column holds " + stored.getClass());
        };
    }

    /** What the overflow document holds under the field's key. */
    public static JsonNode toOverflow(Object value) {
        return value instanceof BigDecimal number
                ? JsonNodeFactory.instance.numberNode(number)
                : ValueJson.of(value);
    }

    /** The typed value of a field from the overflow document. */
    public static Object fromOverflow(FieldType type, JsonNode stored) {
        return switch (type) {
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    stored.decimalValue().setScale(decimals(type));
            case FieldType.Date _ -> LocalDate.parse(stored.asString());
            case FieldType.DateTime _ -> Instant.parse(stored.asString());
            case FieldType.Checkbox _ -> stored.booleanValue();
            case FieldType.MultiPicklist _ -> {
                List<String> chosen = new ArrayList<>();
                stored.forEach(item -> chosen.add(item.asString()));
                yield List.copyOf(chosen);
            }
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    UUID.fromString(stored.asString());
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.TargetObject _ ->
                    stored.asString();
        };
    }

    /** Digits behind the point of a numeric field; 0 for all other types. */
    public static int decimals(FieldType type) {
        return switch (type) {
            case FieldType.Numeric(int _, int decimals) -> decimals;
            case FieldType.Currency(int decimals) -> decimals;
            case FieldType.Percent(int decimals) -> decimals;
            case FieldType.Id _,
                    FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Date _,
                    FieldType.DateTime _,
                    FieldType.Checkbox _,
                    FieldType.Picklist _,
                    FieldType.MultiPicklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.TargetObject _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    0;
        };
    }
}
