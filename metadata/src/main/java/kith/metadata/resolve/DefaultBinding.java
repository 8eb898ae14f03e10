package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.FieldDefault;
import kith.metadata.catalog.ObjectType;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;

/**
 * Binds the defaults that are expressions to the fields that they read. Each stands behind those
 * whose values it reads; none may read its own.
 */
final class DefaultBinding {

    private static final String PROPERTY = "default";

    private final Map<String, ObjectType> objects = new HashMap<>();
    private final Refusals refusals;

    DefaultBinding(List<ObjectType> objects, Refusals refusals) {
        objects.forEach(object -> this.objects.put(object.name(), object));
        this.refusals = refusals;
    }

    /** Hears of defaults that cannot be bound; they give no value. */
    @FunctionalInterface
    interface Refusals {
        void refuse(FieldDefinition field, String property, ExpressionError error);
    }

    /** The bound defaults by object, in the order in which they are computed. */
    Map<String, List<FieldDefault>> bind() {
        Map<String, List<FieldDefault>> bound = new HashMap<>();
        objects.forEach((name, object) -> {
            Map<String, FieldDefault> defaults = new LinkedHashMap<>();
            for (Field field : object.fields()) {
                compiled(object, field).ifPresent(one -> defaults.put(field.name(), one));
            }
            if (!defaults.isEmpty()) {
                bound.put(name, new Order(defaults).all());
            }
        });
        return bound;
    }

    private Optional<FieldDefault> compiled(ObjectType object, Field field) {
        Optional<String> text = field.definition().defaultExpression();
        Optional<Kind> kind = Kind.of(field.type());
        if (text.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        ExpressionScope scope =
                new ExpressionScope(object, name -> Optional.ofNullable(objects.get(name)), true);
        return switch (ExpressionCompiler.compile(text.get(), scope, kind.get())) {
            case Compilation.Compiled(var expression)
                    when kind.get() == Kind.REFERENCE && !leadsTo(field, expression) -> {
                refuse(
                        field,
                        "`%s` points to %s, and this to another object"
                                .formatted(field.name(), String.join(" or ", field.targets())));
                yield Optional.empty();
            }
            case Compilation.Compiled(var expression) ->
                    Optional.of(
                            new FieldDefault(field, new FieldFormula(field.type(), expression)));
            case Compilation.Refused(var errors) -> {
                errors.forEach(error -> refusals.refuse(field.definition(), PROPERTY, error));
                yield Optional.empty();
            }
        };
    }

    private static boolean leadsTo(Field field, Expression expression) {
        return switch (expression) {
            case Expression.FieldValue value when value.field().targets().isEmpty() ->
                    field.targets().contains(value.field().object());
            case Expression.FieldValue value ->
                    field.targets().containsAll(value.field().targets());
            case Expression.Choice(var _, var then, var otherwise) ->
                    leadsTo(field, then) && leadsTo(field, otherwise);
            case Expression.Otherwise(var first, var second) ->
                    leadsTo(field, first) && leadsTo(field, second);
            default -> true;
        };
    }

    private void refuse(Field field, String message) {
        refusals.refuse(
                field.definition(), PROPERTY, new ExpressionError(1, 1, message, Optional.empty()));
    }

    /** Puts the defaults of one object into their order. */
    private final class Order {

        private final Map<String, FieldDefault> defaults;
        private final List<FieldDefault> done = new ArrayList<>();
        private final Set<String> underWay = new LinkedHashSet<>();

        Order(Map<String, FieldDefault> defaults) {
            this.defaults = defaults;
        }

        List<FieldDefault> all() {
            defaults.values().forEach(this::add);
            return done;
        }

        private void add(FieldDefault one) {
            String name = one.field().name();
            if (done.contains(one)) {
                return;
            }
            if (!underWay.add(name)) {
                String circle =
                        underWay.stream()
                                .dropWhile(other -> !other.equals(name))
                                .collect(Collectors.joining(", "));
                refuse(one.field(), "The defaults read each other: " + circle + ", " + name);
                return;
            }
            for (Field read :
                    ExpressionTraits.ownFields(((FieldFormula) one.formula()).expression())) {
                Optional.ofNullable(defaults.get(read.name())).ifPresent(this::add);
            }
            underWay.remove(name);
            done.add(one);
        }
    }
}
