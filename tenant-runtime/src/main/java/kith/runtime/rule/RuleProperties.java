package kith.runtime.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.field.FieldType;
import kith.runtime.value.OwnValues;
import kith.runtime.value.StoredValues;
import kith.script.PropertyType;
import kith.script.ScriptType;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object under the names that scripts use: a field under its own name, and a
 * reference {@code account} as the record {@code account} and the id {@code accountId}. Of a
 * polymorphic lookup {@code about} they see the id {@code aboutId} and the object's name {@code
 * aboutType}.
 */
final class RuleProperties {

    private static final String ID_SUFFIX = "Id";

    private RuleProperties() {}

    /**
     * One property of a script's record.
     *
     * @param isFollowed whether it gives the record referred to, not its id
     */
    record Property(String name, Field field, boolean isFollowed) {}

    /** By property name. */
    static Map<String, Property> of(ObjectType object) {
        Map<String, Property> properties = new LinkedHashMap<>();
        for (Field field : object.fields()) {
            if (!field.isManyToMany() && !field.isPolymorphic() && !field.isComputed()) {
                properties.put(field.name(), new Property(field.name(), field, field.isToOne()));
            }
        }
        for (Field field : object.fields()) {
            if (field.isToOne()) {
                String name = field.name() + ID_SUFFIX;
                properties.putIfAbsent(name, new Property(name, field, false));
            }
        }
        return properties;
    }

    /** The object as the script compiler knows it. */
    static kith.script.ObjectType scriptType(ObjectType object) {
        List<PropertyType> types = new ArrayList<>();
        for (Property property : of(object).values()) {
            types.add(
                    new PropertyType(
                            property.name(), scriptType(property), isSettable(object, property)));
        }
        return kith.script.ObjectType.of(object.name(), types);
    }

    /** Whether a rule may set the property: no rule, whoever sets it off, gives anybody rights. */
    static boolean isSettable(ObjectType object, Property property) {
        return !property.isFollowed()
                && OwnValues.isSettable(object, property.field())
                && !SystemObjects.givesRights(object.name(), property.field().name());
    }

    /** The name of the field behind a property; of what is no property, the name itself. */
    static String fieldName(ObjectType object, String property) {
        return Optional.ofNullable(of(object).get(property))
                .map(known -> known.field().name())
                .orElse(property);
    }

    /** What scripts take its values for. */
    static ScriptType scriptType(Property property) {
        return switch (property.field().type()) {
            case FieldType.Lookup(String target, _) -> reference(property, target);
            case FieldType.MasterDetail(String target, _) -> reference(property, target);
            case FieldType.Id _, FieldType.PolymorphicLookup _ -> ScriptType.Scalar.ID;
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ ->
                    ScriptType.Scalar.NUMBER;
            case FieldType.Date _ -> ScriptType.Scalar.DATE;
            case FieldType.DateTime _ -> ScriptType.Scalar.DATE_TIME;
            case FieldType.Checkbox _ -> ScriptType.Scalar.BOOLEAN;
            case FieldType.MultiPicklist _, FieldType.ManyToMany _ -> ScriptType.Scalar.TEXT_LIST;
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _,
                    FieldType.TargetObject _ ->
                    ScriptType.Scalar.TEXT;
        };
    }

    private static ScriptType reference(Property property, String target) {
        return property.isFollowed() ? new ScriptType.Reference(target) : ScriptType.Scalar.ID;
    }

    /** A typed value as a script gets it. */
    static @Nullable Object toScript(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case UUID id -> id.toString();
            default -> value;
        };
    }

    /**
     * What a script sets, as fields take it. Numbers that a script computes are rounded half up to
     * the decimals of their field: it divides and multiplies, and means the nearest amount.
     */
    static @Nullable Object fromScript(Field field, @Nullable Object value) {
        return switch (field.type()) {
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _
                    when value instanceof BigDecimal number ->
                    number.setScale(StoredValues.decimals(field.type()), RoundingMode.HALF_UP);
            default -> value;
        };
    }
}
