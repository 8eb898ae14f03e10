package kith.metadata.resolve;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Formula;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Compilation;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionCompiler;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionScope;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;

/**
 * Binds the formulas of fields to the fields that they read. A formula may read others, which are
 * bound before it; none may read itself.
 */
final class FormulaBinding {

    /** Where the values of a field with a formula are until the formula is bound. */
    static final Storage UNBOUND = new Storage.Computed(new Unbound());

    /** Parts that are computed for one value, those of other formulas included. */
    private static final long MAX_WEIGHT = 2_000;

    private final Map<String, List<Field>> fields;
    private final Function<String, Optional<ObjectType>> making;
    private final Refusals refusals;
    private final Map<String, Optional<ObjectType>> objects = new HashMap<>();
    private final Set<Place> underWay = new LinkedHashSet<>();

    /**
     * @param fields those of each object; fields with formulas are replaced by bound ones
     * @param making makes the object of a name with the fields as they are by now
     */
    FormulaBinding(
            Map<String, List<Field>> fields,
            Function<String, Optional<ObjectType>> making,
            Refusals refusals) {
        this.fields = fields;
        this.making = making;
        this.refusals = refusals;
    }

    /** Hears of formulas that cannot be bound. */
    @FunctionalInterface
    interface Refusals {
        void refuse(FieldDefinition field, ExpressionError error);
    }

    private record Unbound() implements Formula {}

    private record Place(String object, int position) {}

    void bind() {
        fields.forEach((object, all) -> {
            for (int position = 0; position < all.size(); position++) {
                if (all.get(position).storage().equals(UNBOUND)) {
                    bind(new Place(object, position));
                }
            }
        });
    }

    private void bind(Place place) {
        Field field = at(place);
        underWay.add(place);
        Kind kind = Kind.of(field.type()).orElseThrow();
        Expression expression =
                compile(field, kind)
                        .flatMap(first -> withOthers(field, kind, first))
                        .orElseGet(() -> new Expression.Missing(kind));
        underWay.remove(place);
        Storage storage = new Storage.Computed(new FieldFormula(field.type(), expression));
        fieldsOf(place.object())
                .set(place.position(), new Field(field.definition(), storage, false));
        objects.remove(place.object());
    }

    /** The expression once the formulas that it reads are bound. */
    private Optional<Expression> withOthers(Field field, Kind kind, Expression first) {
        boolean readsOthers = false;
        for (Field used : ExpressionTraits.uses(first)) {
            if (used.storage().equals(UNBOUND)) {
                Place place = placeOf(used);
                if (underWay.contains(place)) {
                    refuse(field, "The formulas read each other: " + circle(place), "");
                    return Optional.empty();
                }
                if (at(place).storage().equals(UNBOUND)) {
                    bind(place);
                }
                readsOthers = true;
            }
        }
        Optional<Expression> bound = readsOthers ? compile(field, kind) : Optional.of(first);
        return bound.filter(expression -> isPossible(field, expression));
    }

    private boolean isPossible(Field field, Expression expression) {
        Optional<String> reason = ExpressionTraits.notInSql(expression);
        reason.ifPresent(text ->
                refuse(field, "A formula is computed by the database, which cannot do this", text));
        boolean isTooHeavy = ExpressionTraits.weight(expression) > MAX_WEIGHT;
        if (isTooHeavy) {
            refuse(field, "The formula and those that it reads have more than 2,000 parts", "");
        }
        return reason.isEmpty() && !isTooHeavy;
    }

    private Optional<Expression> compile(Field field, Kind kind) {
        ExpressionScope scope =
                new ExpressionScope(object(field.object()).orElseThrow(), this::object);
        String text = field.definition().formula().orElseThrow();
        return switch (ExpressionCompiler.compile(text, scope, kind)) {
            case Compilation.Compiled(var expression) -> Optional.of(expression);
            case Compilation.Refused(var errors) -> {
                errors.forEach(error -> refusals.refuse(field.definition(), error));
                yield Optional.empty();
            }
        };
    }

    private void refuse(Field field, String message, String detail) {
        String whole = detail.isEmpty() ? message : message + ": " + detail;
        refusals.refuse(field.definition(), new ExpressionError(1, 1, whole, Optional.empty()));
    }

    private String circle(Place from) {
        StringBuilder names = new StringBuilder();
        boolean isWithin = false;
        for (Place place : underWay) {
            isWithin |= place.equals(from);
            if (isWithin) {
                names.append(place.object()).append('.').append(at(place).name()).append(", ");
            }
        }
        return names.append(from.object()).append('.').append(at(from).name()).toString();
    }

    private Place placeOf(Field field) {
        List<Field> all = fieldsOf(field.object());
        for (int position = 0; position < all.size(); position++) {
            if (all.get(position).id().equals(field.id())) {
                return new Place(field.object(), position);
            }
        }
        throw new IllegalStateException(field.name() + " is not of " + field.object());
    }

    private Field at(Place place) {
        return fieldsOf(place.object()).get(place.position());
    }

    private List<Field> fieldsOf(String object) {
        return Optional.ofNullable(fields.get(object)).orElseThrow();
    }

    private Optional<ObjectType> object(String name) {
        return objects.computeIfAbsent(name, making);
    }
}
