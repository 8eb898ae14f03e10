package kith.runtime.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import kith.runtime.sql.Sql;

/** Exact numbers as part of a statement's text, so that equal expressions have equal texts. */
final class Decimals {

    private static final int LONG_DIGITS = 18;

    private Decimals() {}

    /** What a column with a whole number stands for. */
    static Sql scaled(Sql column, int decimals) {
        return decimals == 0
                ? Sql.of("({})::numeric", column)
                : Sql.of("({} * {})", column, unit(decimals));
    }

    static Sql constant(BigDecimal number) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        BigInteger digits = plain.unscaledValue();
        if (plain.precision() > LONG_DIGITS) {
            return Sql.of("{}::numeric", Sql.bind(plain));
        }
        Sql whole = Sql.of("{}::numeric", Sql.number(digits.longValueExact()));
        return plain.scale() == 0
                ? Sql.of("({})", whole)
                : Sql.of("({} * {})", whole, unit(plain.scale()));
    }

    /** {@code 1e-2::numeric}. */
    private static Sql unit(int decimals) {
        return Sql.of("1e-{}", Sql.number(decimals));
    }
}
