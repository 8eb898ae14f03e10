package kith.metadata.expression;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.expression.Compilation.Compiled;
import kith.metadata.expression.Compilation.Refused;
import kith.metadata.resolve.Catalogs;
import org.jspecify.annotations.Nullable;

/** Expressions about deals of accounts, for tests. */
final class Expressions {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static final Catalog CATALOG =
            Catalogs.of(
                    """
                    kind: Object
                    name: Account
                    ---
                    kind: Field
                    object: Account
                    name: industry
                    type: picklist
                    values: [Tech, Retail]
                    ---
                    kind: Field
                    object: Account
                    name: revenue
                    type: currency
                    ---
                    kind: Object
                    name: Deal
                    ---
                    kind: Field
                    object: Deal
                    name: amount
                    type: currency
                    ---
                    kind: Field
                    object: Deal
                    name: closeDate
                    type: date
                    ---
                    kind: Field
                    object: Deal
                    name: isWon
                    type: boolean
                    ---
                    kind: Field
                    object: Deal
                    name: interests
                    type: multiPicklist
                    values: [Boats, Cars]
                    ---
                    kind: Field
                    object: Deal
                    name: account
                    type: lookup
                    target: Account
                    """);

    private Expressions() {}

    static Compilation compile(String text) {
        return ExpressionCompiler.compile(text, scope("Deal"));
    }

    static ExpressionScope scope(String object) {
        return new ExpressionScope(CATALOG.require(object), CATALOG::object);
    }

    static Expression of(String text) {
        return compiled(compile(text));
    }

    static Expression of(String text, Kind kind) {
        return compiled(ExpressionCompiler.compile(text, scope("Deal"), kind));
    }

    private static Expression compiled(Compilation compilation) {
        return switch (compilation) {
            case Compiled(var expression) -> expression;
            case Refused(var errors) -> throw new AssertionError(errors);
        };
    }

    static List<String> errors(String text) {
        return compile(text) instanceof Refused(var errors)
                ? errors.stream()
                        .sorted(Comparator.comparingInt(ExpressionError::column))
                        .map(Expressions::shown)
                        .toList()
                : List.of();
    }

    private static String shown(ExpressionError error) {
        return error.column()
                + ": "
                + error.message()
                + error.hint().map(hint -> " " + hint).orElse("");
    }

    static @Nullable Object evaluate(Expression expression) {
        return evaluate(expression, Map.of());
    }

    /**
     * @param record values by path, e.g. {@code account.revenue}
     */
    static @Nullable Object evaluate(Expression expression, Map<String, Object> record) {
        return new Evaluator(new Fixed(record, new HashMap<>()), NOW).evaluate(expression);
    }

    static @Nullable Object evaluate(
            Expression expression, Map<String, Object> record, EvaluationSteps steps) {
        return new Evaluator(new Fixed(record, new HashMap<>()), NOW, steps).evaluate(expression);
    }

    record Fixed(Map<String, Object> now, Map<String, Object> before) implements RecordValues {
        @Override
        public @Nullable Object value(List<Step> path, Field field) {
            return now.get(name(path, field));
        }

        @Override
        public @Nullable Object prior(List<Step> path, Field field) {
            return before.get(name(path, field));
        }

        @Override
        public boolean isThere(List<Step> path) {
            return true;
        }

        @Override
        public boolean isNew() {
            return before.isEmpty();
        }

        private static String name(List<Step> path, Field field) {
            return path.stream()
                    .map(step -> step.reference().name() + ".")
                    .collect(Collectors.joining("", "", field.name()));
        }
    }
}
