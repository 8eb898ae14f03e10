package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.metadata.FieldDefinition;
import kith.metadata.RollUpDefinition;
import kith.metadata.RollUpDefinition.Function;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Condition;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;
import kith.metadata.name.Nearest;

/**
 * Binds roll-ups to the records that they sum up. What they read of these must be known from the
 * record alone, and be no roll-up itself: so nothing changes it but a write of that record.
 */
final class RollUpBinding {

    private final List<ObjectType> all;
    private final Map<String, ObjectType> objects = new HashMap<>();
    private final Refusals refusals;

    RollUpBinding(List<ObjectType> objects, Refusals refusals) {
        this.all = objects;
        objects.forEach(object -> this.objects.put(object.name(), object));
        this.refusals = refusals;
    }

    /** Hears of roll-ups that cannot be bound; they are not kept. */
    @FunctionalInterface
    interface Refusals {
        void refuse(FieldDefinition field, String property, ExpressionError error);
    }

    /** The bound roll-ups by the object whose records they sum up, in the order of their fields. */
    Map<String, List<RollUp>> bind() {
        Map<String, List<RollUp>> bound = new HashMap<>();
        for (ObjectType object : all) {
            for (Field field : object.fields()) {
                field.definition()
                        .rollUp()
                        .flatMap(rollUp -> bind(field, rollUp))
                        .ifPresent(one ->
                                bound.computeIfAbsent(one.child(), _ -> new ArrayList<>())
                                        .add(one));
            }
        }
        return bound;
    }

    private Optional<RollUp> bind(Field field, RollUpDefinition rollUp) {
        ObjectType child = objects.get(rollUp.object());
        if (child == null) {
            refuse(
                    field,
                    "object",
                    "There is no object `%s`".formatted(rollUp.object()),
                    Nearest.hint(rollUp.object(), List.copyOf(objects.keySet())));
            return Optional.empty();
        }
        Optional<Field> through = through(field, rollUp, child);
        Optional<Field> of = rollUp.of().flatMap(name -> summedUp(field, child, name));
        Optional<Expression> where = rollUp.where().flatMap(text -> where(field, child, text));
        if (through.isEmpty()
                || of.isPresent() != rollUp.of().isPresent()
                || where.isPresent() != rollUp.where().isPresent()) {
            return Optional.empty();
        }
        Set<String> inputs = new LinkedHashSet<>();
        inputs.add(through.get().name());
        of.ifPresent(one -> names(StoredInputs.of(one), inputs));
        where.ifPresent(condition -> names(StoredInputs.of(condition), inputs));
        return Optional.of(
                new RollUp(
                        field, child.name(), through.get(), of, where.map(Condition::new), inputs));
    }

    private static void names(Set<Field> fields, Set<String> names) {
        fields.forEach(one -> names.add(one.name()));
    }

    private Optional<Field> through(Field field, RollUpDefinition rollUp, ObjectType child) {
        Optional<Field> found = known(field, "through", child, rollUp.through());
        boolean leadsHere =
                found.filter(one -> one.isToOne() && one.targets().contains(field.object()))
                        .isPresent();
        if (found.isPresent() && !leadsHere) {
            refuse(
                    field,
                    "through",
                    "`%s` of %s does not point to %s"
                            .formatted(rollUp.through(), child.name(), field.object()),
                    Nearest.hint(rollUp.through(), waysTo(child, field.object()))
                            .or(() -> Optional.of("Name a lookup or a master-detail.")));
        }
        return leadsHere ? found : Optional.empty();
    }

    private static List<String> waysTo(ObjectType child, String parent) {
        return child.fields().stream()
                .filter(one -> one.isToOne() && one.targets().contains(parent))
                .map(Field::name)
                .toList();
    }

    private Optional<Field> summedUp(Field field, ObjectType child, String name) {
        Function function = field.definition().rollUp().orElseThrow().function();
        return known(field, "of", child, name)
                .filter(of -> isKnownAlone(field, "of", child, StoredInputs.expression(of)))
                .filter(of -> fits(field, function, of));
    }

    private boolean fits(Field field, Function function, Field of) {
        Optional<Kind> kind = Kind.of(of.type());
        boolean isExtreme = function == Function.MIN || function == Function.MAX;
        boolean isOfKind =
                kind.equals(isExtreme ? Kind.of(field.type()) : Optional.of(Kind.NUMBER));
        if (!isOfKind) {
            refuse(
                    field,
                    "of",
                    "A field of type %s cannot hold `%s` of `%s`, which is of type %s"
                            .formatted(
                                    field.type().documentName(),
                                    function.documentName(),
                                    of.name(),
                                    of.type().documentName()),
                    Optional.empty());
            return false;
        }
        FieldFormula given = new FieldFormula(of.type(), StoredInputs.expression(of));
        FieldFormula room = new FieldFormula(field.type(), StoredInputs.expression(field));
        boolean hasRoom =
                function == Function.AVG
                        || kind.filter(Kind.NUMBER::equals).isEmpty()
                        || (room.decimals() >= given.decimals()
                                && (!isExtreme || room.wholeDigits() >= given.wholeDigits()));
        if (!hasRoom) {
            refuse(
                    field,
                    "of",
                    "`%s` has more digits than %s has room for".formatted(of.name(), field.name()),
                    Optional.of("Give it at least as many digits and decimals."));
        }
        return hasRoom;
    }

    private Optional<Expression> where(Field field, ObjectType child, String text) {
        ExpressionScope scope =
                new ExpressionScope(child, name -> Optional.ofNullable(objects.get(name)));
        return switch (ExpressionCompiler.compile(text, scope, Kind.BOOLEAN)) {
            case Compilation.Compiled(var condition) ->
                    Optional.of(condition)
                            .filter(known -> isKnownAlone(field, "where", child, known));
            case Compilation.Refused(var errors) -> {
                errors.forEach(error -> refusals.refuse(field.definition(), "where", error));
                yield Optional.empty();
            }
        };
    }

    /** Whether nothing but a write of the record itself can change the value. */
    private boolean isKnownAlone(
            Field field, String property, ObjectType child, Expression expression) {
        Optional<String> reason =
                ExpressionTraits.notInSql(expression)
                        .or(() ->
                                ExpressionTraits.isVolatile(expression)
                                        ? Optional.of("time alone would change it")
                                        : Optional.empty())
                        .or(() ->
                                ExpressionTraits.isRelated(expression)
                                        ? Optional.of("it would change with other records")
                                        : Optional.empty())
                        .or(() ->
                                StoredInputs.of(expression).stream()
                                        .filter(StoredInputs::isKeptByPlatform)
                                        .map(input ->
                                                "%s.%s is kept by the platform"
                                                        .formatted(child.name(), input.name()))
                                        .findFirst());
        reason.ifPresent(text ->
                refuse(
                        field,
                        property,
                        "A roll-up cannot follow this: " + text,
                        Optional.of("Use fields that are written with the record.")));
        return reason.isEmpty();
    }

    private Optional<Field> known(Field field, String property, ObjectType child, String name) {
        Optional<Field> found = child.field(name);
        if (found.isEmpty()) {
            refuse(
                    field,
                    property,
                    "%s has no field `%s`".formatted(child.name(), name),
                    Nearest.hint(name, child.fields().stream().map(Field::name).toList()));
        }
        return found;
    }

    private void refuse(Field field, String property, String message, Optional<String> hint) {
        refusals.refuse(field.definition(), property, new ExpressionError(1, 1, message, hint));
    }
}
