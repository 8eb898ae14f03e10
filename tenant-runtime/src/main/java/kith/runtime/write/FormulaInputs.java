package kith.runtime.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Evaluator;
import kith.metadata.expression.Expression;
import kith.metadata.expression.ExpressionTraits;
import kith.metadata.expression.FieldFormula;
import kith.metadata.expression.Kind;
import kith.metadata.expression.Step;
import kith.runtime.trace.Why;
import kith.runtime.value.ValueJson;
import org.jspecify.annotations.Nullable;

/** What the formulas of a record are computed from. */
final class FormulaInputs {

    private final WriteSession session;
    private final StoredRecord record;
    private final Draft draft;

    FormulaInputs(WriteSession session, StoredRecord record) {
        this.session = session;
        this.record = record;
        this.draft =
                new Draft(
                        record.object(),
                        record.id(),
                        Optional.of(record),
                        Map.of(),
                        List.of(),
                        Map.of(),
                        Set.of(),
                        List.of());
    }

    /** The value of a field, computed where a formula does. */
    @Nullable Object value(Field field) {
        if (!(field.storage() instanceof Storage.Computed(var formula))
                || !(formula instanceof FieldFormula computed)) {
            return record.value(field.name());
        }
        Optional<Kind> kind = Kind.of(field.type());
        return kind.isEmpty()
                ? null
                : evaluator(related(computed.expression()))
                        .evaluate(new Expression.FieldValue(kind.get(), List.of(), field, false));
    }

    /** The formula of a field, whether or not its values are stored. */
    private Optional<FieldFormula> formula(Field field) {
        if (field.storage() instanceof Storage.Computed(var formula)) {
            return Optional.of((FieldFormula) formula);
        }
        return session.catalog().storedFormulas().stream()
                .filter(stored -> stored.field().id().equals(field.id()))
                .map(stored -> (FieldFormula) stored.formula())
                .findFirst();
    }

    /** The formula of a field, with the values that it reads; empty for other fields. */
    Optional<Why.FormulaUse> of(Field field) {
        FieldFormula computed = formula(field).orElse(null);
        if (computed == null) {
            return Optional.empty();
        }
        RelatedValues related = related(computed.expression());
        Map<String, Why.Input> inputs = new LinkedHashMap<>();
        collect(computed.expression(), related, inputs);
        return Optional.of(
                new Why.FormulaUse(
                        field.definition().formula().orElse(""), List.copyOf(inputs.values())));
    }

    private RelatedValues related(Expression expression) {
        return RelatedValues.load(session, ExpressionTraits.paths(expression), List.of(draft));
    }

    private Evaluator evaluator(RelatedValues related) {
        return new Evaluator(new DraftValues(draft, related), session.now());
    }

    private void collect(
            Expression expression, RelatedValues related, Map<String, Why.Input> inputs) {
        if (expression instanceof Expression.FieldValue value && mayRead(value)) {
            String path = path(value);
            inputs.putIfAbsent(path, input(path, value, related));
        }
        expression.parts().forEach(part -> collect(part, related, inputs));
    }

    private boolean mayRead(Expression.FieldValue value) {
        List<Field> fields = new ArrayList<>(value.path().stream().map(Step::reference).toList());
        fields.add(value.field());
        return fields.stream().allMatch(field -> session.access().mayRead(session.caller(), field))
                && value.path().stream()
                        .allMatch(
                                step -> session.mayKnow(session.catalog().require(step.target())));
    }

    private Why.Input input(String path, Expression.FieldValue value, RelatedValues related) {
        Field field = value.field();
        return new Why.Input(
                path,
                field.label(),
                field.object(),
                field.name(),
                holder(value.path(), related),
                ValueJson.of(evaluator(related).evaluate(value)));
    }

    private Optional<UUID> holder(List<Step> path, RelatedValues related) {
        if (path.isEmpty()) {
            return Optional.of(record.id());
        }
        Step last = path.getLast();
        return related.isThere(draft, path)
                        && related.value(draft, path.subList(0, path.size() - 1), last.reference())
                                instanceof UUID id
                ? Optional.of(id)
                : Optional.empty();
    }

    private static String path(Expression.FieldValue value) {
        String way =
                value.path().stream()
                        .map(step -> step.reference().name() + ".")
                        .collect(Collectors.joining());
        return way + value.field().name();
    }
}
