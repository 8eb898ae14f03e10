package kith.metadata.resolve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.SystemFields;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;

/** The stored fields of a record that decide the value of an expression about it. */
final class StoredInputs {

    private static final Set<String> WRITTEN_ONCE =
            Set.of(SystemFields.ID, SystemFields.NAME, SystemFields.OWNER, SystemFields.CREATED_AT);

    private StoredInputs() {}

    static Set<Field> of(Expression expression) {
        Set<Field> inputs = new LinkedHashSet<>();
        collect(expression, inputs);
        return inputs;
    }

    static Set<Field> of(Field field) {
        return of(expression(field));
    }

    private static void collect(Expression expression, Set<Field> inputs) {
        for (Field used : ExpressionTraits.uses(expression)) {
            if (used.storage() instanceof Storage.Computed(var formula)) {
                collect(((FieldFormula) formula).expression(), inputs);
            } else {
                inputs.add(used);
            }
        }
    }

    /** The value of a field of the record, as an expression. */
    static Expression expression(Field field) {
        return Kind.of(field.type())
                .<Expression>map(kind -> new Expression.FieldValue(kind, List.of(), field, false))
                .orElseGet(() -> new Expression.Missing(Kind.CHOICES));
    }

    /** Whether it changes without anybody setting it. */
    static boolean isKeptByPlatform(Field field) {
        return field.isRollUp() || (field.isSystem() && !WRITTEN_ONCE.contains(field.name()));
    }
}
