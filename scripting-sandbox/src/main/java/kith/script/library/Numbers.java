package kith.script.library;

import java.math.BigDecimal;
import java.math.BigInteger;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic as Groovy defines it, on numbers of bounded size: an operation is done in the wider of
 * the two types, {@code int}, {@code long}, integer, decimal or double; division of anything but
 * doubles is decimal.
 */
public final class Numbers {
    private static final int MAX_DIGITS = 400;
    private static final int MAX_BITS = 1_400;
    static final int MAX_SCALE_ASKED = 50;
    private static final int COST = 2;
    private static final int BYTES = 40;
    private static final int DIGITS_A_STEP = 8;

    /** Of the number and of what is thrown away on the way to it. */
    private static final int BYTES_A_DIGIT = 4;

    private Numbers() {}

    private enum Width {
        INT,
        LONG,
        INTEGER,
        DECIMAL,
        DOUBLE
    }

    // Literals, whose size the compiler bounded, read once for each class

    public static BigDecimal constant(String literal) {
        return checked(new BigDecimal(literal));
    }

    public static BigInteger wholeConstant(String literal) {
        return new BigInteger(literal);
    }

    // Bounds

    static BigDecimal checked(BigDecimal number) {
        if (number.precision() > MAX_DIGITS || Math.abs((long) number.scale()) > MAX_DIGITS) {
            throw tooLarge();
        }
        return number;
    }

    static Number checked(@Nullable Number number) {
        return switch (number) {
            case null -> throw new ScriptError("a calculation with an empty value");
            case BigDecimal decimal -> checked(decimal);
            case BigInteger integer -> {
                if (integer.bitLength() > MAX_BITS) {
                    throw tooLarge();
                }
                yield integer;
            }
            default -> number;
        };
    }

    private static Error tooLarge() {
        return Meter.current().exhaust(LimitName.NUMBER_SIZE, "a number has more than 400 digits");
    }

    static Number made(Number number) {
        Number made = checked(number);
        Meter meter = Meter.current();
        int digits = NumberSizes.digitsBeyondLong(made);
        meter.tick(COST + digits / DIGITS_A_STEP);
        meter.allocate(BYTES + (long) digits * BYTES_A_DIGIT);
        return made;
    }

    static BigDecimal made(BigDecimal number) {
        return (BigDecimal) made((Number) number);
    }

    private static Width width(Number left, Number right) {
        Width first = width(left);
        Width second = width(right);
        return first.compareTo(second) >= 0 ? first : second;
    }

    private static Width width(Number number) {
        return switch (number) {
            case BigDecimal _ -> Width.DECIMAL;
            case BigInteger _ -> Width.INTEGER;
            case Long _ -> Width.LONG;
            case Double _, Float _ -> Width.DOUBLE;
            default -> Width.INT;
        };
    }

    // Operators

    public static Number plus(@Nullable Number left, @Nullable Number right) {
        Number a = checked(left);
        Number b = checked(right);
        return made(
                switch (width(a, b)) {
                    case INT -> (Number) (a.intValue() + b.intValue());
                    case LONG -> a.longValue() + b.longValue();
                    case INTEGER -> integer(a).add(integer(b));
                    case DECIMAL -> decimal(a).add(decimal(b));
                    case DOUBLE -> a.doubleValue() + b.doubleValue();
                });
    }

    public static Number minus(@Nullable Number left, @Nullable Number right) {
        Number a = checked(left);
        Number b = checked(right);
        return made(
                switch (width(a, b)) {
                    case INT -> (Number) (a.intValue() - b.intValue());
                    case LONG -> a.longValue() - b.longValue();
                    case INTEGER -> integer(a).subtract(integer(b));
                    case DECIMAL -> decimal(a).subtract(decimal(b));
                    case DOUBLE -> a.doubleValue() - b.doubleValue();
                });
    }

    public static Number multiply(@Nullable Number left, @Nullable Number right) {
        Number a = checked(left);
        Number b = checked(right);
        return made(
                switch (width(a, b)) {
                    case INT -> (Number) (a.intValue() * b.intValue());
                    case LONG -> a.longValue() * b.longValue();
                    case INTEGER -> integer(a).multiply(integer(b));
                    case DECIMAL -> decimal(a).multiply(decimal(b));
                    case DOUBLE -> a.doubleValue() * b.doubleValue();
                });
    }

    public static Number divide(@Nullable Number left, @Nullable Number right) {
        Number a = checked(left);
        Number b = checked(right);
        return made(
                switch (width(a, b)) {
                    case INT, LONG, INTEGER, DECIMAL -> (Number) quotient(decimal(a), decimal(b));
                    case DOUBLE -> a.doubleValue() / b.doubleValue();
                });
    }

    public static Number intdiv(@Nullable Number left, @Nullable Number right) {
        Number a = checked(left);
        Number b = requireNotZero(checked(right));
        return made(
                switch (width(a, b)) {
                    case INT -> (Number) (a.intValue() / b.intValue());
                    case LONG -> a.longValue() / b.longValue();
                    case INTEGER -> integer(a).divide(integer(b));
                    case DECIMAL, DOUBLE ->
                            throw new ScriptError("intdiv divides whole numbers only");
                });
    }

    public static Number remainder(@Nullable Number left, @Nullable Number right) {
        Number a = checked(left);
        Number b = checked(right);
        return made(
                switch (width(a, b)) {
                    case INT -> (Number) (a.intValue() % requireNotZero(b).intValue());
                    case LONG -> a.longValue() % requireNotZero(b).longValue();
                    case INTEGER -> integer(a).remainder(integer(requireNotZero(b)));
                    case DECIMAL -> Quotients.rest(decimal(a), decimal(requireNotZero(b)));
                    case DOUBLE -> a.doubleValue() % b.doubleValue();
                });
    }

    public static Number power(@Nullable Number base, @Nullable Number exponent) {
        Number a = checked(base);
        Number b = checked(exponent);
        if (!(b instanceof Integer times) || times < 0 || width(a) == Width.DOUBLE) {
            return made((Number) Math.pow(a.doubleValue(), b.doubleValue()));
        }
        BigDecimal decimal = decimal(a);
        if ((long) decimal.precision() * times > 2L * MAX_DIGITS
                || Math.abs((long) decimal.scale()) * times > MAX_DIGITS) {
            throw tooLarge();
        }
        if (a instanceof BigDecimal) {
            return made(decimal.pow(times));
        }
        return made(narrow(integer(a).pow(times)));
    }

    private static Number narrow(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    public static Number negate(@Nullable Number number) {
        return minus(0, number);
    }

    /** {@code -value} of something whose type the compiler does not know. */
    public static Object negateAny(@Nullable Object value) {
        return negate(number(value));
    }

    public static Object plusSign(@Nullable Object value) {
        return number(value);
    }

    public static Number next(@Nullable Number number) {
        return plus(number, 1);
    }

    public static Number previous(@Nullable Number number) {
        return minus(number, 1);
    }

    // Functions of numbers

    public static int abs(@Nullable Number number) {
        return Math.abs(toInt(number));
    }

    public static long abs(@Nullable Long number) {
        return Math.abs(longValue(checked(number)));
    }

    public static double abs(@Nullable Double number) {
        return Math.abs(doubleValue(checked(number)));
    }

    public static BigDecimal power(BigDecimal base, int exponent) {
        return decimal(power((Number) base, (Number) exponent));
    }

    // Conversions

    static BigDecimal decimal(Number number) {
        return switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double real -> real(real);
            case Float real -> real(real.doubleValue());
            default -> BigDecimal.valueOf(number.longValue());
        };
    }

    private static BigDecimal real(double number) {
        if (!Double.isFinite(number)) {
            throw new ScriptError("the calculation has no result");
        }
        return BigDecimal.valueOf(number);
    }

    private static BigInteger integer(Number number) {
        return switch (number) {
            case BigInteger integer -> integer;
            case BigDecimal decimal -> decimal.toBigInteger();
            default -> BigInteger.valueOf(number.longValue());
        };
    }

    static BigInteger whole(Number number) {
        return integer(number);
    }

    static Number number(@Nullable Object value) {
        return switch (value) {
            case Number number -> checked(number);
            case Character character -> (int) character;
            case null -> throw new ScriptError("a calculation with an empty value");
            default -> throw new ScriptError("a %s is not a number".formatted(Values.kind(value)));
        };
    }

    static int toInt(@Nullable Number number) {
        return checked(number).intValue();
    }

    public static int intValue(Number number) {
        return toInt(number);
    }

    public static long longValue(Number number) {
        return checked(number).longValue();
    }

    public static double doubleValue(Number number) {
        return checked(number).doubleValue();
    }

    static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        requireNotZero(right);
        return Quotients.of(left, right);
    }

    static Number requireNotZero(Number number) {
        boolean isZero =
                switch (number) {
                    case BigDecimal decimal -> decimal.signum() == 0;
                    case BigInteger integer -> integer.signum() == 0;
                    default -> number.doubleValue() == 0;
                };
        if (isZero) {
            throw new ScriptError("division by zero");
        }
        return number;
    }
}
