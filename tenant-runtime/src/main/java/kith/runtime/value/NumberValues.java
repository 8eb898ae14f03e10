package kith.runtime.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads exact decimal numbers; what does not fit is refused, never rounded. */
final class NumberValues {

    /** Digits of amounts and percentages. */
    static final int COMMON_DIGITS = 18;

    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?(\\d{1,60}(\\.\\d{0,60})?|\\.\\d{1,60})([eE][+-]?\\d{1,3})?");

    private NumberValues() {}

    /** A number of so many digits in all and so many of them behind the point. */
    static Coercion decimal(Object raw, int digits, int decimals) {
        if (!(raw instanceof Number) && !(raw instanceof String)) {
            return new Coercion.Refused(FieldValues.wrongType(raw, "a number"));
        }
        Optional<BigDecimal> read = read(raw);
        if (read.isEmpty()) {
            return Coercion.refused(
                    ValueProblem.NUMBER_MALFORMED,
                    "This is not a number",
                    "Write digits with a point, e.g. 1234.5");
        }
        BigDecimal number = read.get();
        if (number.signum() == 0) {
            return new Coercion.Accepted(BigDecimal.ZERO.setScale(decimals));
        }
        int behindPoint = number.stripTrailingZeros().scale();
        if (behindPoint > decimals) {
            return Coercion.refused(
                    ValueProblem.NUMBER_TOO_PRECISE,
                    "The number has %d decimals; %d are kept".formatted(behindPoint, decimals),
                    "Round it before you send it");
        }
        if (number.precision() - number.scale() > digits - decimals) {
            return Coercion.refused(
                    ValueProblem.NUMBER_TOO_LARGE,
                    "The number has more than %d digits before the point"
                            .formatted(digits - decimals));
        }
        return new Coercion.Accepted(number.setScale(decimals));
    }

    private static Optional<BigDecimal> read(Object raw) {
        return switch (raw) {
            case BigDecimal number -> Optional.of(number);
            case BigInteger number -> Optional.of(new BigDecimal(number));
            case Double number when !Double.isFinite(number) -> Optional.empty();
            case Float number when !Float.isFinite(number) -> Optional.empty();
            default -> {
                String text = raw.toString();
                yield DECIMAL.matcher(text).matches()
                        ? Optional.of(new BigDecimal(text))
                        : Optional.empty();
            }
        };
    }
}
