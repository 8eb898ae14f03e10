package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.catalog.StoredFormula.Watch;
import kith.metadata.catalog.SystemFields;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionError;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Step;

/**
 * Finds the formulas whose values are stored, and all that these depend on. Formulas that they read
 * are part of them.
 */
final class StoredFormulaBinding {

    private static final Set<String> CHANGING_BY_THEMSELVES =
            Set.of(
                    SystemFields.VERSION,
                    SystemFields.UPDATED_AT,
                    SystemFields.UPDATED_BY,
                    SystemFields.DELETED_AT);

    private final FormulaBinding.Refusals refusals;
    private final Set<UUID> stale;

    /**
     * @param stale ids of fields whose columns are being brought up to date
     */
    StoredFormulaBinding(FormulaBinding.Refusals refusals, Set<UUID> stale) {
        this.refusals = refusals;
        this.stale = stale;
    }

    /** The stored formulas of objects whose formulas are bound. */
    List<StoredFormula> bind(List<ObjectType> objects) {
        List<StoredFormula> bound = new ArrayList<>();
        for (ObjectType object : objects) {
            for (Field field : object.fields()) {
                if (field.storage() instanceof Storage.Computed(var formula)) {
                    atHome(field)
                            .flatMap(stored -> bind(stored, (FieldFormula) formula))
                            .ifPresent(bound::add);
                }
            }
        }
        return bound;
    }

    /** The field where its values are stored; empty where they are computed. */
    static Optional<Field> atHome(Field field) {
        return field.definition().formula().isPresent()
                ? field.definition()
                        .storage()
                        .map(home -> new Field(field.definition(), home, field.isSystem()))
                : Optional.empty();
    }

    private Optional<StoredFormula> bind(Field field, FieldFormula formula) {
        if (ExpressionTraits.isVolatile(formula.expression())) {
            refuse(field, "time alone would change its values");
            return Optional.empty();
        }
        Watches watches = new Watches(field.object());
        watches.collect(formula.expression(), List.of());
        Optional<String> changing = watches.changingByItself();
        changing.ifPresent(name -> refuse(field, name + " changes with every write"));
        return changing.isEmpty()
                ? Optional.of(
                        new StoredFormula(
                                field, formula, watches.all(), stale.contains(field.id())))
                : Optional.empty();
    }

    private void refuse(Field field, String reason) {
        refusals.refuse(
                field.definition(),
                new ExpressionError(
                        1,
                        1,
                        "This formula cannot be indexed: " + reason,
                        Optional.of("Leave `indexed` out.")));
    }

    /** What an expression reads, by the way to it. */
    private static final class Watches {

        private final String object;
        private final Map<List<Field>, Set<String>> fields = new LinkedHashMap<>();
        private final Map<List<Field>, String> objects = new HashMap<>();

        Watches(String object) {
            this.object = object;
            objects.put(List.of(), object);
            fields.put(List.of(), new LinkedHashSet<>());
        }

        void collect(Expression expression, List<Field> from) {
            if (expression instanceof Expression.FieldValue value) {
                List<Field> way = new ArrayList<>(from);
                for (Step step : value.path()) {
                    watch(way, step.reference().name());
                    way.add(step.reference());
                    objects.put(List.copyOf(way), step.target());
                }
                if (value.field().storage() instanceof Storage.Computed(var formula)) {
                    collect(((FieldFormula) formula).expression(), way);
                } else {
                    watch(way, value.field().name());
                }
            }
            expression.parts().forEach(part -> collect(part, from));
        }

        private void watch(List<Field> way, String field) {
            fields.computeIfAbsent(List.copyOf(way), _ -> new LinkedHashSet<>()).add(field);
        }

        Optional<String> changingByItself() {
            return fields.entrySet().stream()
                    .flatMap(watch ->
                            watch.getValue().stream()
                                    .filter(CHANGING_BY_THEMSELVES::contains)
                                    .map(name -> objectAt(watch.getKey()) + "." + name))
                    .findFirst();
        }

        List<Watch> all() {
            List<Watch> all = new ArrayList<>();
            fields.forEach((way, names) -> all.add(new Watch(way, objectAt(way), names)));
            return all;
        }

        private String objectAt(List<Field> way) {
            return objects.getOrDefault(way, object);
        }
    }
}
