package kith.runtime.read;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import kith.runtime.read.Predicate.Operator;
import kith.runtime.sql.Sql;

/**
 * A scaled number compared with any number, whatever its size and decimals: the bound is moved to
 * the nearest whole number that keeps the meaning, and one beyond bigint decides by itself.
 */
final class ScaledComparison {

    private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
    private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

    private ScaledComparison() {}

    static Sql of(Sql column, Operator operator, BigDecimal value, int decimals) {
        BigDecimal scaled = scaled(value, decimals);
        return switch (operator) {
            case EQ -> equal(column, scaled);
            case GT -> above(column, operator, whole(scaled, RoundingMode.FLOOR));
            case GTE -> above(column, operator, whole(scaled, RoundingMode.CEILING));
            case LT -> below(column, operator, whole(scaled, RoundingMode.CEILING));
            case LTE -> below(column, operator, whole(scaled, RoundingMode.FLOOR));
            case CONTAINS,
                    STARTS_WITH,
                    ENDS_WITH,
                    EQ_CI,
                    CONTAINS_CI,
                    STARTS_WITH_CI,
                    ENDS_WITH_CI,
                    HAS ->
                    throw new IllegalArgumentException(operator + " does not fit a number");
        };
    }

    /** The number as a column would hold it, were it whole. */
    static BigDecimal scaled(BigDecimal value, int decimals) {
        return ExactNumbers.within(value).scaleByPowerOfTen(decimals);
    }

    /** Whether some record can hold the value at all. */
    static boolean isHoldable(BigDecimal scaled) {
        BigInteger whole = whole(scaled, RoundingMode.FLOOR);
        return isLong(whole) && scaled.compareTo(new BigDecimal(whole)) == 0;
    }

    private static Sql equal(Sql column, BigDecimal scaled) {
        return isHoldable(scaled)
                ? Comparison.simple(column, Operator.EQ, Sql.bind(scaled.longValueExact()))
                : Sql.text("false");
    }

    private static Sql above(Sql column, Operator operator, BigInteger bound) {
        if (bound.compareTo(MAX) > 0) {
            return Sql.text("false");
        }
        return compared(column, operator, bound);
    }

    private static Sql below(Sql column, Operator operator, BigInteger bound) {
        if (bound.compareTo(MIN) < 0) {
            return Sql.text("false");
        }
        return compared(column, operator, bound);
    }

    private static Sql compared(Sql column, Operator operator, BigInteger bound) {
        return isLong(bound)
                ? Comparison.simple(column, operator, Sql.bind(bound.longValueExact()))
                : Sql.of("{} is not null", column);
    }

    private static boolean isLong(BigInteger number) {
        return number.compareTo(MIN) >= 0 && number.compareTo(MAX) <= 0;
    }

    private static BigInteger whole(BigDecimal number, RoundingMode rounding) {
        return number.setScale(0, rounding).toBigInteger();
    }
}
