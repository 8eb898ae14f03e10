package kith.runtime.read;

import java.math.BigDecimal;

/** Numbers to compare with, no larger and no finer than PostgreSQL can take. */
final class ExactNumbers {

    /** Far beyond the digits of every field, so that no comparison changes. */
    private static final int LIMIT = 100;

    private ExactNumbers() {}

    static BigDecimal within(BigDecimal number) {
        long digits = (long) number.precision() - number.scale();
        if (digits > LIMIT) {
            return BigDecimal.valueOf(number.signum()).scaleByPowerOfTen(LIMIT);
        }
        if (number.scale() > LIMIT) {
            return BigDecimal.valueOf(number.signum()).scaleByPowerOfTen(-LIMIT);
        }
        return number;
    }
}
