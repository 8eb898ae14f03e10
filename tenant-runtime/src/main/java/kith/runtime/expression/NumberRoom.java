package kith.runtime.expression;

import java.math.BigDecimal;
import java.util.List;
import kith.metadata.catalog.Storage;
import kith.metadata.expression.Expression;
import kith.metadata.expression.FieldFormula;
import kith.metadata.field.FieldType;
import kith.runtime.value.StoredValues;

/**
 * How many digits a number can have at most. Where a product surely keeps within the limits of
 * expressions, nothing has to see to it while the statement runs.
 *
 * @param whole digits before the point
 * @param decimals digits behind it
 */
record NumberRoom(int whole, int decimals) {

    static final int MAX_WHOLE = 38;
    static final int MAX_DECIMALS = 20;

    private static final NumberRoom ANY = new NumberRoom(MAX_WHOLE + 1, MAX_DECIMALS);
    private static final int MONEY_DIGITS = 18;

    static NumberRoom of(Expression number) {
        return switch (number) {
            case Expression.Constant(var _, BigDecimal value) ->
                    new NumberRoom(
                            Math.max(value.precision() - value.scale(), 0),
                            Math.max(value.scale(), 0));
            case Expression.FieldValue value -> ofField(value);
            case Expression.Negated(var operand) -> of(operand);
            case Expression.Arithmetic(var operator, var left, var right) ->
                    switch (operator) {
                        case ADD, SUBTRACT -> of(left).plus(of(right));
                        case MULTIPLY -> of(left).times(of(right));
                        case DIVIDE, REMAINDER -> ANY;
                    };
            case Expression.Choice(var _, var then, var otherwise) -> widest(then, otherwise);
            case Expression.Otherwise(var first, var second) -> widest(first, second);
            default -> ANY;
        };
    }

    private static NumberRoom ofField(Expression.FieldValue value) {
        if (value.field().storage() instanceof Storage.Computed(var formula)) {
            FieldFormula bound = (FieldFormula) formula;
            return new NumberRoom(bound.wholeDigits(), bound.decimals());
        }
        FieldType type = value.field().type();
        int decimals = StoredValues.decimals(type);
        int digits = type instanceof FieldType.Numeric(int all, int _) ? all : MONEY_DIGITS;
        return new NumberRoom(digits, decimals);
    }

    private static NumberRoom widest(Expression one, Expression other) {
        List<NumberRoom> rooms = List.of(of(one), of(other));
        return new NumberRoom(
                rooms.stream().mapToInt(NumberRoom::whole).max().orElseThrow(),
                rooms.stream().mapToInt(NumberRoom::decimals).max().orElseThrow());
    }

    private NumberRoom plus(NumberRoom other) {
        return new NumberRoom(Math.max(whole, other.whole) + 1, Math.max(decimals, other.decimals));
    }

    NumberRoom times(NumberRoom other) {
        return new NumberRoom(whole + other.whole, decimals + other.decimals);
    }

    boolean isWithinLimits() {
        return whole <= MAX_WHOLE && decimals <= MAX_DECIMALS;
    }
}
