package kith.metadata.change;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.ComponentRef;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.RollUp;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.expression.Condition;
import kith.metadata.expression.ExpressionTraits;

/**
 * Finds the values that the platform has to find anew: those of new and changed roll-ups and stored
 * formulas, and of those that read what the change fills in or computes otherwise. They come behind
 * all other effects, and formulas behind the roll-ups, which they may read.
 */
final class DerivedEffects {

    private final ComponentSet before;
    private final Catalog next;
    private final List<RecordEffect> fills;
    private final ChangeProblems problems;

    DerivedEffects(
            ComponentSet before, Catalog next, List<RecordEffect> fills, ChangeProblems problems) {
        this.before = before;
        this.next = next;
        this.fills = fills;
        this.problems = problems;
    }

    List<RecordEffect> find() {
        boolean changesFormulas = changesFormulas();
        List<RecordEffect> effects = new ArrayList<>();
        for (RollUp rollUp : next.rollUps()) {
            if (isNews(rollUp)
                    || isOverFilled(rollUp)
                    || (changesFormulas && readsFormulas(rollUp))) {
                effects.add(summedUp(rollUp.field()));
            }
        }
        for (StoredFormula formula : next.storedFormulas()) {
            if (changesFormulas || !fills.isEmpty() || !isStored(formula.field())) {
                effects.add(computed(formula.field()));
            }
        }
        return effects;
    }

    private RecordEffect summedUp(Field field) {
        return new RecordEffect.SummedUp(
                field, field.storage(), problems.pathOf(field.definition(), "rollUp"));
    }

    private RecordEffect computed(Field field) {
        return new RecordEffect.Computed(
                field, field.storage(), problems.pathOf(field.definition(), "indexed"));
    }

    /** Whether it was not kept so far, or sums up something else now. */
    private boolean isNews(RollUp rollUp) {
        return before.find(rollUp.field().id())
                .filter(old -> old instanceof FieldDefinition field && isSame(field, rollUp))
                .isEmpty();
    }

    /** Whether an object that has only another name now is summed up as before. */
    private boolean isSame(FieldDefinition old, RollUp rollUp) {
        return old.rollUp()
                .map(one ->
                        before.find(ComponentRef.object(one.object()))
                                .filter(object ->
                                        object.id().equals(next.require(rollUp.child()).id()))
                                .map(_ -> one.following(one.object(), rollUp.child()))
                                .orElse(one))
                .equals(rollUp.field().definition().rollUp());
    }

    private boolean isOverFilled(RollUp rollUp) {
        return fills.stream()
                .map(RecordEffect::field)
                .anyMatch(field ->
                        field.object().equals(rollUp.child())
                                && rollUp.inputs().contains(field.name()));
    }

    private static boolean readsFormulas(RollUp rollUp) {
        return rollUp.of().filter(Field::isComputed).isPresent()
                || rollUp.where().stream()
                        .flatMap(where ->
                                ExpressionTraits.uses(((Condition) where).expression()).stream())
                        .anyMatch(Field::isComputed);
    }

    /** A formula may read others: where one of them changes, all that are stored may change. */
    private boolean changesFormulas() {
        return next.components().stream()
                .filter(FieldDefinition.class::isInstance)
                .map(FieldDefinition.class::cast)
                .anyMatch(this::hasOtherFormula);
    }

    private boolean hasOtherFormula(FieldDefinition field) {
        return before.find(field.id())
                .filter(old ->
                        old instanceof FieldDefinition was
                                && !was.formula().equals(field.formula()))
                .isPresent();
    }

    private boolean isStored(Field field) {
        return before.find(field.id())
                .filter(old -> old instanceof FieldDefinition was && was.storage().isPresent())
                .isPresent();
    }
}
