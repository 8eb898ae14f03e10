package kith.script.library;

import java.math.BigDecimal;
import java.math.BigInteger;

/** How large numbers are, for what they cost. */
final class NumberSizes {

    private static final int DIGITS_OF_LONG = 18;
    private static final int BITS_OF_LONG = 63;
    private static final int BITS_A_DIGIT = 3;

    private NumberSizes() {}

    /** Decimal digits, or somewhat more, of a number that is larger than a long; 0 of others. */
    static int digitsBeyondLong(Number number) {
        return switch (number) {
            case BigDecimal decimal ->
                    decimal.precision() <= DIGITS_OF_LONG ? 0 : decimal.precision();
            case BigInteger integer ->
                    integer.bitLength() <= BITS_OF_LONG ? 0 : integer.bitLength() / BITS_A_DIGIT;
            default -> 0;
        };
    }
}
