package kith.metadata.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * The arithmetic of expressions: exact decimals. Products, quotients and powers keep 20 decimals,
 * the last one rounded half away from zero; from 10^38 on there is no result.
 */
final class ExactNumbers {

    static final int DECIMALS = 20;
    private static final BigDecimal END = BigDecimal.TEN.pow(38);
    private static final int MAX_EXPONENT = 100;

    private ExactNumbers() {}

    /** The number as far as it is kept. */
    static @Nullable BigDecimal kept(BigDecimal number) {
        if (number.abs().compareTo(END) >= 0) {
            return null;
        }
        return number.scale() > DECIMALS ? number.setScale(DECIMALS, RoundingMode.HALF_UP) : number;
    }

    static @Nullable BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0
                ? null
                : kept(dividend.divide(divisor, DECIMALS, RoundingMode.HALF_UP));
    }

    static @Nullable BigDecimal remainder(BigDecimal dividend, BigDecimal divisor) {
        return divisor.signum() == 0 ? null : dividend.remainder(divisor);
    }

    /** A power with a whole exponent from 0 to 100. */
    static @Nullable BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean isPossible =
                exponent.signum() >= 0
                        && exponent.compareTo(BigDecimal.valueOf(MAX_EXPONENT)) <= 0
                        && exponent.stripTrailingZeros().scale() <= 0;
        return isPossible ? kept(base.pow(exponent.intValueExact())) : null;
    }

    /** The number as people write it, without needless zeros. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
