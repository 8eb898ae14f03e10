package kith.runtime.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.runtime.read.Predicate;
import kith.runtime.rule.RecordSource.SourceRecord;
import kith.runtime.value.Coercion;
import kith.runtime.value.FieldValues;
import kith.script.CrmGateway;
import kith.script.RuleRefusal;
import kith.script.ScriptRecord;
import org.jspecify.annotations.Nullable;

/**
 * Other records as the rules of a write reach them: inside its transaction and with the access of
 * its caller. Rules that run before a record is saved read others and change only their own.
 */
record RuleCrm(RuleRun run, RelatedRecords related, Questions questions) implements CrmGateway {

    @Override
    public List<ScriptRecord> query(
            String objectType, Map<String, @Nullable Object> criteria, int maxRows) {
        ObjectType object = object(objectType);
        Map<String, RuleProperties.Property> properties = RuleProperties.of(object);
        List<Predicate> parts = new ArrayList<>();
        criteria.forEach((name, value) -> {
            RuleProperties.Property property = properties.get(name);
            if (property == null) {
                throw new RuleRefusal("%s has no field %s".formatted(objectType, name));
            }
            parts.add(equal(property.field(), value));
        });
        String what = "query %s %s".formatted(objectType, criteria.keySet());
        return questions
                .asked(what, () -> run.source().matching(object, new Predicate.All(parts), maxRows))
                .stream()
                .map(found -> view(object, found))
                .toList();
    }

    @Override
    public @Nullable ScriptRecord get(String objectType, String id) {
        ObjectType object = object(objectType);
        if (!(FieldValues.coerce(new FieldType.Id(), id)
                instanceof Coercion.Accepted(UUID known))) {
            return null;
        }
        return related.findNow(object, known).map(found -> view(object, found)).orElse(null);
    }

    @Override
    public ScriptRecord create(String objectType, Map<String, @Nullable Object> values) {
        throw readOnly();
    }

    @Override
    public void update(ScriptRecord record) {
        throw readOnly();
    }

    @Override
    public void delete(ScriptRecord record) {
        throw readOnly();
    }

    private ObjectType object(String name) {
        return run.catalog()
                .object(name)
                .orElseThrow(() -> new RuleRefusal("there is no object " + name));
    }

    private ScriptRecord view(ObjectType object, SourceRecord found) {
        return new ReferencedRecord(object, found.values(), related);
    }

    private static Predicate equal(Field field, @Nullable Object value) {
        return switch (FieldValues.coerceComparand(field.type(), value)) {
            case Coercion.Accepted(var typed) when typed == null -> new Predicate.Missing(field);
            case Coercion.Accepted(var typed) ->
                    new Predicate.Compare(
                            field,
                            field.type() instanceof FieldType.MultiPicklist
                                    ? Predicate.Operator.HAS
                                    : Predicate.Operator.EQ,
                            typed);
            case Coercion.Refused(var problem) ->
                    throw new RuleRefusal("%s: %s".formatted(field.name(), problem.message()));
        };
    }

    private static RuleRefusal readOnly() {
        return new RuleRefusal("a rule that runs before saving changes only its own record");
    }
}
