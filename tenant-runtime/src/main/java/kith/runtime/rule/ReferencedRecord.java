package kith.runtime.rule;

import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.script.RuleRefusal;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/** A record that a rule may only read: what a reference leads to, or the record as it was. */
final class ReferencedRecord implements ScriptRecord {

    private final Map<String, RuleProperties.Property> properties;
    private final Map<String, Object> values;
    private final RelatedRecords related;

    ReferencedRecord(ObjectType object, Map<String, Object> values, RelatedRecords related) {
        this.properties = related.propertiesOf(object);
        this.values = values;
        this.related = related;
    }

    @Override
    public @Nullable Object get(String property) {
        return read(properties.get(property), values, related);
    }

    @Override
    public boolean isAtHand(String property) {
        return isAtHand(properties.get(property), values, related);
    }

    @Override
    public void set(String property, @Nullable Object value) {
        throw new RuleRefusal("only the record itself can be changed");
    }

    /** Whether a property can be read without a query. */
    static boolean isAtHand(
            RuleProperties.@Nullable Property property,
            Map<String, Object> values,
            RelatedRecords related) {
        return property == null
                || !property.isFollowed()
                || !(values.get(property.field().name()) instanceof UUID id)
                || related.isKnown(id);
    }

    /** The value of a property for a script: its own, or the record behind a reference. */
    static @Nullable Object read(
            RuleProperties.@Nullable Property property,
            Map<String, Object> values,
            RelatedRecords related) {
        if (property == null) {
            return null;
        }
        Object value = values.get(property.field().name());
        if (property.isFollowed() && value instanceof UUID id) {
            ObjectType target = related.target(property.field());
            return related.find(target, id)
                    .map(found -> new ReferencedRecord(target, found.values(), related))
                    .orElse(null);
        }
        return RuleProperties.toScript(value);
    }
}
