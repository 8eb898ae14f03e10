package kith.runtime.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.FieldDefault;
import kith.metadata.expression.CurrentUser;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.RecordValues;
import kith.metadata.expression.Step;
import kith.runtime.value.Coercion;
import kith.runtime.value.DefaultValue;
import kith.runtime.value.FieldValues;
import org.jspecify.annotations.Nullable;

/**
 * The values with which a change of the catalog fills records: all records the same. So a default
 * that looks at the record fills none.
 *
 * @param user whoever makes the change
 */
record FilledValues(Catalog catalog, Optional<UUID> user, Instant now) implements RecordValues {

    /** Empty where there is no default, or none that is the same for all. */
    Optional<Object> of(Field field) {
        return DefaultValue.of(field)
                .or(() ->
                        catalog.require(field.object()).defaults().stream()
                                .filter(one -> one.field().id().equals(field.id()))
                                .findFirst()
                                .flatMap(this::computed));
    }

    private Optional<Object> computed(FieldDefault one) {
        FieldFormula formula = (FieldFormula) one.formula();
        Expression expression = formula.expression();
        boolean isSameForAll =
                ExpressionTraits.ownFields(expression).stream().allMatch(CurrentUser::is)
                        && ExpressionTraits.paths(expression).isEmpty();
        if (!isSameForAll) {
            return Optional.empty();
        }
        Object value = formula.fit(new Evaluator(this, now).evaluate(expression));
        return FieldValues.coerce(one.field().type(), value) instanceof Coercion.Accepted(var fits)
                ? Optional.ofNullable(fits)
                : Optional.empty();
    }

    @Override
    public @Nullable Object value(List<Step> path, Field field) {
        return CurrentUser.is(field) ? user.orElse(null) : null;
    }

    @Override
    public @Nullable Object prior(List<Step> path, Field field) {
        return null;
    }

    @Override
    public boolean isThere(List<Step> path) {
        return false;
    }

    @Override
    public boolean isNew() {
        return false;
    }
}
