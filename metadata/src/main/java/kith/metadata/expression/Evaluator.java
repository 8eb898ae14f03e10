package kith.metadata.expression;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Expression.FieldValue;
import org.jspecify.annotations.Nullable;

/**
 * Computes expressions in memory, to the same digits as the database.
 *
 * @param now what {@code now()} is
 * @param steps that are left for it and for those that share them
 */
public record Evaluator(RecordValues values, Instant now, EvaluationSteps steps) {

    /** With steps of its own. */
    public Evaluator(RecordValues values, Instant now) {
        this(values, now, new EvaluationSteps());
    }

    /** The value; null where it is missing, which a boolean never is. */
    public @Nullable Object evaluate(Expression expression) {
        return new Place(this, List.of(), false).evaluate(expression);
    }

    /** Whether a condition holds. */
    public boolean holds(Expression condition) {
        return Boolean.TRUE.equals(evaluate(condition));
    }

    /**
     * From where fields are seen: within a formula of another record, that one.
     *
     * @param isPrior whether all values are those before the write
     */
    private record Place(Evaluator evaluator, List<Step> at, boolean isPrior) {

        @Nullable Object evaluate(Expression expression) {
            Object value = computed(expression);
            evaluator.steps().take(value);
            return value;
        }

        private @Nullable Object computed(Expression expression) {
            return switch (expression) {
                case Expression.Constant(var _, var value) -> value;
                case Expression.Missing _ -> null;
                case FieldValue field -> field(field);
                case Expression.Arithmetic(var operator, var left, var right) ->
                        arithmetic(operator, evaluate(left), evaluate(right));
                case Expression.Negated(var operand) -> {
                    BigDecimal number = (BigDecimal) evaluate(operand);
                    yield number == null ? null : number.negate();
                }
                case Expression.Joined(var left, var right) ->
                        Texts.joined(text(left), text(right));
                case Expression.Equal(var left, var right) ->
                        Values.areEqual(evaluate(left), evaluate(right));
                case Expression.Ordered(var comparison, var left, var right) ->
                        isOrdered(comparison, left.kind(), evaluate(left), evaluate(right));
                case Expression.OneOf(var value, var elements) -> {
                    Object wanted = evaluate(value);
                    yield elements.stream().anyMatch(one -> Values.areEqual(wanted, evaluate(one)));
                }
                case Expression.And(var left, var right) -> holds(left) && holds(right);
                case Expression.Or(var left, var right) -> holds(left) || holds(right);
                case Expression.Not(var operand) -> !holds(operand);
                case Expression.Choice(var condition, var then, var otherwise) ->
                        evaluate(holds(condition) ? then : otherwise);
                case Expression.Otherwise(var first, var second) -> {
                    Object found = evaluate(first);
                    yield found == null ? evaluate(second) : found;
                }
                case Expression.Call(var function, var arguments) -> call(function, arguments);
            };
        }

        private boolean holds(Expression condition) {
            return Boolean.TRUE.equals(evaluate(condition));
        }

        private String text(Expression expression) {
            Object text = evaluate(expression);
            return text == null ? "" : (String) text;
        }

        private @Nullable Object field(FieldValue value) {
            List<Step> path = new ArrayList<>(at);
            path.addAll(value.path());
            boolean isBefore = isPrior || value.isPrior();
            Object found =
                    value.field().storage() instanceof Storage.Computed(var formula)
                            ? computed((FieldFormula) formula, path, isBefore)
                            : stored(path, value, isBefore);
            return value.kind() == Kind.BOOLEAN ? Boolean.TRUE.equals(found) : found;
        }

        /** Where there is no record, none of its formulas gives anything. */
        private @Nullable Object computed(FieldFormula formula, List<Step> path, boolean isBefore) {
            return path.isEmpty() || evaluator.values().isThere(path)
                    ? formula.fit(
                            new Place(evaluator, path, isBefore).evaluate(formula.expression()))
                    : null;
        }

        private @Nullable Object stored(List<Step> path, FieldValue value, boolean isBefore) {
            return isBefore
                    ? evaluator.values().prior(path, value.field())
                    : evaluator.values().value(path, value.field());
        }

        private @Nullable Object call(Function function, List<Expression> expressions) {
            if (function.name().equals(LogicFunctions.IS_NEW)) {
                return evaluator.values().isNew();
            }
            List<@Nullable Object> arguments = new ArrayList<>();
            expressions.forEach(one -> arguments.add(evaluate(one)));
            boolean isMissing =
                    function.nulls() == Function.Nulls.PASS
                            && arguments.stream().anyMatch(Objects::isNull);
            Object result =
                    isMissing
                            ? null
                            : function.body()
                                    .apply(
                                            new Arguments(
                                                    arguments, evaluator.now(), evaluator.steps()));
            return function.result() == Kind.BOOLEAN ? Boolean.TRUE.equals(result) : result;
        }
    }

    private static @Nullable BigDecimal arithmetic(
            Expression.Operator operator, @Nullable Object left, @Nullable Object right) {
        if (!(left instanceof BigDecimal one) || !(right instanceof BigDecimal other)) {
            return null;
        }
        return switch (operator) {
            case ADD -> one.add(other);
            case SUBTRACT -> one.subtract(other);
            case MULTIPLY -> ExactNumbers.kept(one.multiply(other));
            case DIVIDE -> ExactNumbers.quotient(one, other);
            case REMAINDER -> ExactNumbers.remainder(one, other);
        };
    }

    private static boolean isOrdered(
            Expression.Comparison comparison,
            Kind kind,
            @Nullable Object left,
            @Nullable Object right) {
        if (left == null || right == null) {
            return false;
        }
        int order = Values.compare(kind, left, right);
        return switch (comparison) {
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }
}
