package kith.runtime.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import kith.runtime.testing.SampleRecords;
import kith.runtime.value.StoredValues;
import tools.jackson.databind.JsonNode;

/** Values as test files write them; records are named by their short number. */
final class YamlValues {

    private YamlValues() {}

    /** The value as the field holds it. */
    static Object typed(Field field, JsonNode value) {
        Object comparand = comparand(field, value);
        return comparand instanceof BigDecimal number
                ? number.setScale(StoredValues.decimals(field.type()))
                : comparand;
    }

    /** The value as one to compare with: numbers as they are written. */
    static Object comparand(Field field, JsonNode value) {
        return switch (field.type()) {
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.TargetObject _ ->
                    value.stringValue();
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    new BigDecimal(value.asString());
            case FieldType.Date _ -> LocalDate.parse(value.stringValue());
            case FieldType.DateTime _ -> Instant.parse(value.stringValue());
            case FieldType.Checkbox _ -> value.booleanValue();
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _ ->
                    SampleRecords.id(value.intValue());
            case FieldType.MultiPicklist _ -> value.isString() ? value.stringValue() : texts(value);
            case FieldType.ManyToMany _ ->
                    throw new IllegalArgumentException(field.name() + " has no value");
        };
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.stringValue()));
        return texts;
    }
}
