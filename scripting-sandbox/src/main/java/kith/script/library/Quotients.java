package kith.script.library;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import kith.script.meter.Meter;

/** Decimal division as Groovy defines it: exact where the quotient ends, else rounded. */
final class Quotients {

    /** Where a quotient does not end: digits beyond the operands', and decimals kept at least. */
    private static final int EXTRA_DIGITS = 10;

    private static final int MIN_SCALE = 10;

    /** The JDK tries up to so many digits for each of the divisor's before it gives up. */
    private static final int TRIED_FOR_EACH = 4;

    private static final int COST = 10;
    private static final int BYTES_A_DIGIT = 8;

    /** Of the exception by which the JDK says that a quotient does not end. */
    private static final int ENDLESS_COST = 300;

    private static final int ENDLESS_BYTES = 2_500;

    private Quotients() {}

    static BigDecimal of(BigDecimal left, BigDecimal right) {
        Meter meter = Meter.current();
        int tried = left.precision() + TRIED_FOR_EACH * right.precision();
        meter.spend(COST + tried);
        meter.allocate((long) tried * BYTES_A_DIGIT);
        try {
            return left.divide(right);
        } catch (ArithmeticException _) {
            meter.spend(ENDLESS_COST);
            meter.allocate(ENDLESS_BYTES);
            return rounded(left, right);
        }
    }

    /** The whole quotient is found first, all its digits. */
    static BigDecimal rest(BigDecimal left, BigDecimal right) {
        Meter meter = Meter.current();
        long digits =
                (long) left.precision()
                        + right.precision()
                        + Math.abs((long) left.scale() - right.scale());
        meter.spend(COST + digits);
        meter.allocate(digits * BYTES_A_DIGIT);
        return left.remainder(right);
    }

    private static BigDecimal rounded(BigDecimal left, BigDecimal right) {
        int digits = Math.max(left.precision(), right.precision()) + EXTRA_DIGITS;
        BigDecimal rounded = left.divide(right, new MathContext(digits));
        int scale = Math.max(Math.max(left.scale(), right.scale()), MIN_SCALE);
        return rounded.scale() > scale ? rounded.setScale(scale, RoundingMode.HALF_UP) : rounded;
    }
}
