package kith.metadata.change;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.Component;
import kith.metadata.ComponentKind;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.field.PicklistValue;

/**
 * Finds what the records must be like for a change of their fields. Objects that are new have no
 * records; fields that are back may have values.
 */
final class DataConditions {

    private final ComponentSet before;
    private final Catalog next;
    private final Set<UUID> revived;
    private final ChangeProblems problems;
    private final List<DataCondition> conditions = new ArrayList<>();

    DataConditions(ComponentSet before, Catalog next, Set<UUID> revived, ChangeProblems problems) {
        this.before = before;
        this.next = next;
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

    /** The fields whose values become keys, beside those that cannot have any value yet. */
    List<Field> nowUnique() {
        return conditions.stream()
                .filter(DataCondition.NoneDouble.class::isInstance)
                .map(DataCondition::field)
                .toList();
    }

    private void find(FieldDefinition definition, ObjectType object) {
        Field field = object.field(definition.name()).orElseThrow();
        Optional<FieldDefinition> old =
                before.find(definition.id())
                        .filter(FieldDefinition.class::isInstance)
                        .map(FieldDefinition.class::cast);
        boolean isKnown = old.isPresent();
        boolean mayHaveValues = isKnown || revived.contains(field.id());
        boolean wasRequired = old.map(FieldDefinition::isRequired).orElse(false);
        boolean wasUnique = old.map(FieldDefinition::isUnique).orElse(false);
        if (definition.isRequired()
                && !wasRequired
                && mayHaveRecords(object)
                && needsValue(field)) {
            conditions.add(
                    new DataCondition.NoneMissing(field, problems.pathOf(definition, "required")));
        }
        if (definition.isUnique() && !wasUnique && mayHaveValues) {
            conditions.add(
                    new DataCondition.NoneDouble(
                            field,
                            problems.pathOf(
                                    definition,
                                    definition.isExternalId() ? "externalId" : "unique")));
        }
        old.ifPresent(earlier -> findLostRoom(earlier.type(), field));
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

    /** An object that is back with its key may have kept its records. */
    private boolean mayHaveRecords(ObjectType object) {
        boolean isOfSystem =
                next.components().stream()
                        .noneMatch(one ->
                                one.kind() == ComponentKind.OBJECT && one.id().equals(object.id()));
        return isOfSystem
                || before.find(object.id()).isPresent()
                || object.fields().stream().anyMatch(field -> revived.contains(field.id()));
    }

    /** An empty checkbox is not ticked, which is a value. */
    private static boolean needsValue(Field field) {
        return !(field.type() instanceof FieldType.Checkbox);
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
