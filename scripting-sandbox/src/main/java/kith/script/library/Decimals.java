package kith.script.library;

import java.math.BigDecimal;
import java.math.RoundingMode;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;

/** The methods of decimal numbers, and rounding. */
public final class Decimals {

    private static final int STRIPPED_BYTES_A_DIGIT = 32;

    private Decimals() {}

    public static BigDecimal add(BigDecimal left, BigDecimal right) {
        return Numbers.made(Numbers.checked(left).add(Numbers.checked(right)));
    }

    public static BigDecimal subtract(BigDecimal left, BigDecimal right) {
        return Numbers.made(Numbers.checked(left).subtract(Numbers.checked(right)));
    }

    public static BigDecimal times(BigDecimal left, BigDecimal right) {
        return Numbers.made(Numbers.checked(left).multiply(Numbers.checked(right)));
    }

    public static BigDecimal by(BigDecimal left, BigDecimal right) {
        return Numbers.made(Numbers.quotient(Numbers.checked(left), Numbers.checked(right)));
    }

    public static BigDecimal by(BigDecimal left, BigDecimal right, RoundingMode rounding) {
        return by(left, right, left.scale(), rounding);
    }

    public static BigDecimal by(
            BigDecimal left, BigDecimal right, int scale, RoundingMode rounding) {
        requireScale(scale);
        Numbers.requireNotZero(Numbers.checked(right));
        return Numbers.made(Numbers.checked(left).divide(right, scale, rounding));
    }

    public static BigDecimal rest(BigDecimal left, BigDecimal right) {
        return Numbers.made(Numbers.decimal(Numbers.remainder(left, right)));
    }

    public static BigDecimal absolute(BigDecimal number) {
        return Numbers.made(Numbers.checked(number).abs());
    }

    public static BigDecimal negated(BigDecimal number) {
        return Numbers.made(Numbers.checked(number).negate());
    }

    public static BigDecimal larger(BigDecimal left, BigDecimal right) {
        return Numbers.checked(left).max(Numbers.checked(right));
    }

    public static BigDecimal smaller(BigDecimal left, BigDecimal right) {
        return Numbers.checked(left).min(Numbers.checked(right));
    }

    public static BigDecimal scaled(BigDecimal number, int scale) {
        return scaled(number, scale, RoundingMode.HALF_UP);
    }

    public static BigDecimal scaled(BigDecimal number, int scale, RoundingMode rounding) {
        requireScale(scale);
        return Numbers.made(Numbers.checked(number).setScale(scale, rounding));
    }

    public static BigDecimal stripped(BigDecimal number) {
        return Numbers.made(withoutZeros(number));
    }

    /** The JDK takes the zeros at the end off by dividing again and again. */
    static BigDecimal withoutZeros(BigDecimal number) {
        BigDecimal checked = Numbers.checked(number);
        int digits = NumberSizes.digitsBeyondLong(checked);
        Meter meter = Meter.current();
        meter.tick(digits);
        meter.allocate((long) digits * STRIPPED_BYTES_A_DIGIT);
        return checked.stripTrailingZeros();
    }

    public static BigDecimal round(BigDecimal number) {
        return scaled(number, 0);
    }

    public static BigDecimal round(BigDecimal number, int scale) {
        return scaled(number, scale);
    }

    public static double round(Double number, int scale) {
        requireScale(scale);
        return Double.isFinite(number)
                ? scaled(BigDecimal.valueOf(number), scale).doubleValue()
                : number;
    }

    public static BigDecimal decimalOf(long number) {
        return Numbers.made(BigDecimal.valueOf(number));
    }

    public static BigDecimal decimalOf(double number) {
        return Numbers.made(Numbers.decimal(number));
    }

    public static BigDecimal decimalOf(int number) {
        return Numbers.made(BigDecimal.valueOf(number));
    }

    private static void requireScale(int scale) {
        if (Math.abs((long) scale) > Numbers.MAX_SCALE_ASKED) {
            throw Meter.current().exhaust(LimitName.NUMBER_SIZE, "more than 50 decimals asked for");
        }
    }
}
