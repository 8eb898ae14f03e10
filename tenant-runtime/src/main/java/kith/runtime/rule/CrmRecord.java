package kith.runtime.rule;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemFields;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.script.RuleRefusal;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/** Another record that a rule holds and may change; what it set is written by {@code update}. */
final class CrmRecord implements ScriptRecord {

    private final ObjectType object;
    private final UUID id;
    private final Map<String, RuleProperties.Property> properties;
    private final Map<String, Object> values;
    private final RelatedRecords related;
    private final RecordSink sink;
    private final int textLength;
    private final Map<String, @Nullable Object> set = new LinkedHashMap<>();

    CrmRecord(
            ObjectType object,
            UUID id,
            Map<String, Object> values,
            RelatedRecords related,
            RecordSink sink) {
        this.object = object;
        this.id = id;
        this.properties = related.propertiesOf(object);
        this.values = new LinkedHashMap<>(values);
        this.values.put(SystemFields.ID, id);
        this.textLength = textLength(values.values());
        this.related = related;
        this.sink = sink;
    }

    private static int textLength(Collection<?> values) {
        int length = 0;
        for (Object value : values) {
            length +=
                    switch (value) {
                        case String text -> text.length();
                        case Collection<?> elements -> textLength(elements);
                        default -> 0;
                    };
        }
        return length;
    }

    ObjectType object() {
        return object;
    }

    UUID id() {
        return id;
    }

    /** What was set since it was last asked, by field name. */
    Map<String, @Nullable Object> taken() {
        Map<String, @Nullable Object> taken = new LinkedHashMap<>(set);
        set.clear();
        return taken;
    }

    @Override
    public @Nullable Object get(String property) {
        return ReferencedRecord.read(properties.get(property), values, related);
    }

    @Override
    public boolean isAtHand(String property) {
        return ReferencedRecord.isAtHand(properties.get(property), values, related);
    }

    @Override
    public int textLength() {
        return textLength;
    }

    @Override
    public void set(String property, @Nullable Object value) {
        Field field = settable(object, properties, property, sink);
        Object typed = typed(field, value);
        set.put(field.name(), typed);
        if (typed == null) {
            values.remove(field.name());
        } else {
            values.put(field.name(), typed);
        }
    }

    /** The field behind a property that a rule may write. */
    static Field settable(
            ObjectType object,
            Map<String, RuleProperties.Property> properties,
            String property,
            RecordSink sink) {
        RuleProperties.Property known = properties.get(property);
        if (known == null) {
            throw new RuleRefusal("%s has no field %s".formatted(object.name(), property));
        }
        if (!RuleProperties.isSettable(object, known) || !sink.mayWrite(known.field())) {
            throw new RuleRefusal("%s.%s is read-only".formatted(object.name(), property));
        }
        return known.field();
    }

    /** A value as its field keeps it. */
    static @Nullable Object typed(Field field, @Nullable Object value) {
        return switch (FieldValues.coerce(field.type(), RuleProperties.fromScript(field, value))) {
            case Coercion.Accepted(var typed) -> typed;
            case Coercion.Refused(var problem) ->
                    throw new RuleRefusal("%s: %s".formatted(field.name(), problem.message()));
        };
    }
}
