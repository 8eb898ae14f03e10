package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.ValidationDefinition;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Validation;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Condition;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.Kind;
import kith.metadata.name.Nearest;

/** Binds the conditions of the active validations to the fields that they read. */
final class ValidationBinding {

    private final Map<String, ObjectType> objects = new HashMap<>();
    private final Refusals refusals;

    ValidationBinding(List<ObjectType> objects, Refusals refusals) {
        objects.forEach(object -> this.objects.put(object.name(), object));
        this.refusals = refusals;
    }

    /** Hears of validations that cannot be bound; they refuse nothing. */
    @FunctionalInterface
    interface Refusals {
        void refuse(ValidationDefinition validation, String property, ExpressionError error);
    }

    /** The bound validations by object, in the order of their names. */
    Map<String, List<Validation>> bind(List<ValidationDefinition> validations) {
        Map<String, List<Validation>> bound = new HashMap<>();
        validations.stream()
                .filter(ValidationDefinition::isActive)
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(validation ->
                        Optional.ofNullable(objects.get(validation.object()))
                                .flatMap(object -> bind(validation, object))
                                .ifPresent(one ->
                                        bound.computeIfAbsent(
                                                        validation.object(), _ -> new ArrayList<>())
                                                .add(one)));
        return bound;
    }

    private Optional<Validation> bind(ValidationDefinition validation, ObjectType object) {
        validation
                .field()
                .filter(name -> object.field(name).isEmpty())
                .ifPresent(name -> refuseField(validation, object, name));
        ExpressionScope scope =
                new ExpressionScope(object, name -> Optional.ofNullable(objects.get(name)), true);
        return switch (ExpressionCompiler.compile(validation.refuseWhen(), scope, Kind.BOOLEAN)) {
            case Compilation.Compiled(var expression) ->
                    Optional.of(new Validation(validation, new Condition(expression)));
            case Compilation.Refused(var errors) -> {
                errors.forEach(error -> refusals.refuse(validation, "refuseWhen", error));
                yield Optional.empty();
            }
        };
    }

    private void refuseField(ValidationDefinition validation, ObjectType object, String name) {
        refusals.refuse(
                validation,
                "field",
                new ExpressionError(
                        1,
                        1,
                        "%s has no field `%s`".formatted(object.name(), name),
                        Nearest.hint(
                                name,
                                object.fields().stream().map(field -> field.name()).toList())));
    }
}
