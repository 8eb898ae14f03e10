package kith.metadata.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;

/**
 * Finds what the records must be like for a change of their fields, and what it does to them.
 * Objects that are new have no records; fields that are back may have values.
 */
final class DataConditions {

    private final ComponentSet before;
    private final Catalog next;
    private final Set<UUID> made;
    private final Set<UUID> revived;
    private final ChangeProblems problems;
    private final List<DataCondition> conditions = new ArrayList<>();
    private final List<RecordEffect> moves = new ArrayList<>();
    private final List<RecordEffect> fills = new ArrayList<>();
    private final List<Field> nowUnique = new ArrayList<>();

    DataConditions(ComponentSet before, Catalog next, Set<UUID> revived, ChangeProblems problems) {
        this.before = before;
        this.next = next;
        this.made =
                next.components().stream()
                        .filter(one -> one.kind() == ComponentKind.OBJECT)
                        .map(Component::id)
                        .collect(Collectors.toSet());
        this.revived = revived;
        this.problems = problems;
    }

    List<DataCondition> find() {
        for (Component component : next.components()) {
            if (component instanceof FieldDefinition field) {
                find(field, next.require(field.object()));
            }
        }
        return List.copyOf(conditions);
    }

    /** What happens to the records: values are filled in at their new homes. */
    List<RecordEffect> effects() {
        List<RecordEffect> effects = new ArrayList<>(moves);
        effects.addAll(fills);
        effects.addAll(new DerivedEffects(before, next, fills, problems).find());
        return List.copyOf(effects);
    }

    /** The fields with values that become keys, beside those that cannot have any value yet. */
    List<Field> nowUnique() {
        return List.copyOf(nowUnique);
    }

    private void find(FieldDefinition definition, ObjectType object) {
        Field field = object.field(definition.name()).orElseThrow();
        Optional<FieldDefinition> old =
                before.find(definition.id())
                        .filter(FieldDefinition.class::isInstance)
                        .map(FieldDefinition.class::cast);
        Storage from = old.flatMap(FieldDefinition::storage).orElseGet(field::storage);
        Field standing = new Field(definition, from, false);
        // A stale formula has its column still, though nobody reads it.
        if (!from.equals(field.storage()) && !(field.storage() instanceof Storage.Computed)) {
            moves.add(
                    new RecordEffect.Moved(
                            field, from, problems.pathOf(definition, indexed(definition))));
        }
        boolean isFilled = findMissing(old, object, standing);
        findKeys(old, field, standing, isFilled);
        old.ifPresent(earlier -> findLostRoom(earlier.type(), standing));
        old.ifPresent(earlier -> findLostTargets(earlier.type(), field, object));
    }

    /** Whether records without a value are filled. */
    private boolean findMissing(Optional<FieldDefinition> old, ObjectType object, Field standing) {
        FieldDefinition definition = standing.definition();
        boolean wasRequired = old.map(FieldDefinition::isRequired).orElse(false);
        if (!definition.isRequired()
                || wasRequired
                || !canBeEmpty(old, standing)
                || !mayHaveRecords(object)) {
            return false;
        }
        List<Object> path = problems.pathOf(definition, "required");
        if (definition.defaultValue().isEmpty()) {
            conditions.add(new DataCondition.NoneMissing(standing, path));
            return false;
        }
        Field field = object.field(definition.name()).orElseThrow();
        fills.add(new RecordEffect.Filled(field, standing.storage(), path));
        return true;
    }

    /** A field that cannot have any value yet has keys only where it is filled. */
    private void findKeys(
            Optional<FieldDefinition> old, Field field, Field standing, boolean isFilled) {
        FieldDefinition definition = field.definition();
        if (!definition.isUnique()) {
            return;
        }
        boolean wasUnique = old.map(FieldDefinition::isUnique).orElse(false);
        boolean isNew = old.isEmpty() && !revived.contains(field.id());
        List<Object> path =
                problems.pathOf(definition, definition.isExternalId() ? "externalId" : "unique");
        if (!wasUnique && !isNew) {
            conditions.add(new DataCondition.NoneDouble(standing, path));
        }
        if (isFilled) {
            conditions.add(new DataCondition.NoneToShareDefault(standing, path));
        }
        if (isFilled || (!wasUnique && !isNew)) {
            nowUnique.add(field);
        }
    }

    private static String indexed(FieldDefinition definition) {
        return definition.isExternalId() ? "externalId" : "indexed";
    }

    private void findLostRoom(FieldType old, Field field) {
        int max = maxLength(field.type());
        if (max < maxLength(old)) {
            conditions.add(
                    new DataCondition.NoneLonger(
                            field, max, problems.pathOf(field.definition(), "maxLength")));
        }
        Set<String> lost = new HashSet<>(values(old));
        lost.removeAll(values(field.type()));
        if (!lost.isEmpty()) {
            conditions.add(
                    new DataCondition.NoneHolds(
                            field, lost, problems.pathOf(field.definition(), "values")));
        }
    }

    private void findLostTargets(FieldType old, Field field, ObjectType object) {
        if (!(old instanceof FieldType.PolymorphicLookup lookup) || !field.isPolymorphic()) {
            return;
        }
        SortedMap<Integer, String> lost = new TreeMap<>();
        for (String target : lookup.targets()) {
            lost.put(keyOf(target), target);
        }
        field.targets().forEach(target -> lost.remove(next.require(target).key()));
        if (!lost.isEmpty()) {
            conditions.add(
                    new DataCondition.NonePointsTo(
                            object.targetObjectOf(field),
                            lost,
                            problems.pathOf(field.definition(), "targets")));
        }
    }

    /** The key of an object as it was called before the change. */
    private int keyOf(String object) {
        return before.find(ComponentRef.object(object))
                .filter(ObjectDefinition.class::isInstance)
                .map(one -> ((ObjectDefinition) one).key())
                .orElseGet(OptionalInt::empty)
                .orElseGet(() -> next.require(object).key());
    }

    /** An object of the platform has; one that is back with its key may have kept its records. */
    private boolean mayHaveRecords(ObjectType object) {
        return !made.contains(object.id())
                || before.find(object.id()).isPresent()
                || object.fields().stream().anyMatch(field -> revived.contains(field.id()));
    }

    /**
     * An empty checkbox that people know is not ticked, which is a value; a new one without a
     * default has that value, too.
     */
    private boolean canBeEmpty(Optional<FieldDefinition> old, Field field) {
        return !(field.type() instanceof FieldType.Checkbox)
                || (old.isEmpty()
                        && !revived.contains(field.id())
                        && field.definition().defaultValue().isPresent());
    }

    private static int maxLength(FieldType type) {
        if (type instanceof FieldType.Text(int maxLength)) {
            return maxLength;
        }
        return type instanceof FieldType.LongText(int maxLength) ? maxLength : Integer.MAX_VALUE;
    }

    private static Set<String> values(FieldType type) {
        List<PicklistValue> values = List.of();
        if (type instanceof FieldType.Picklist(var all)) {
            values = all;
        } else if (type instanceof FieldType.MultiPicklist(var all)) {
            values = all;
        }
        return values.stream().map(PicklistValue::value).collect(Collectors.toSet());
    }
}
