package kith.metadata.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import kith.metadata.expression.Function.Group;
import kith.metadata.expression.Function.Nulls;
import org.jspecify.annotations.Nullable;

/** Exact decimals. Places are counted behind the point; negative ones before it. */
final class NumberFunctions {

    private static final int MIN_PLACES = -38;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext DIGITS = new MathContext(30, RoundingMode.HALF_UP);
    private static final String NOT_EXACT = "the database does not compute it to the same digits";

    private NumberFunctions() {}

    static List<Function> all() {
        return List.of(
                of("abs", "The number without its sign.")
                        .number("value")
                        .example("abs(-3.5)", "3.5")
                        .gives(Kind.NUMBER, a -> a.number(0).abs()),
                of("sign", "-1, 0 or 1.")
                        .number("value")
                        .example("sign(-3.5)", "-1")
                        .gives(Kind.NUMBER, a -> BigDecimal.valueOf(a.number(0).signum())),
                of("round", "To the nearest whole number, half away from zero.")
                        .number("value")
                        .example("round(2.5)", "3")
                        .example("round(-2.5)", "-3")
                        .gives(Kind.NUMBER, a -> a.number(0).setScale(0, RoundingMode.HALF_UP)),
                of("round", "To so many places, half away from zero.")
                        .number("value")
                        .number("places")
                        .example("round(2.345, 2)", "2.35")
                        .example("round(1250, -2)", "1300")
                        .gives(Kind.NUMBER, a -> rounded(a, RoundingMode.HALF_UP)),
                of("roundUp", "To so many places, away from zero.")
                        .number("value")
                        .number("places")
                        .example("roundUp(2.341, 2)", "2.35")
                        .gives(Kind.NUMBER, a -> rounded(a, RoundingMode.UP)),
                of("roundDown", "To so many places, towards zero.")
                        .number("value")
                        .number("places")
                        .example("roundDown(-2.349, 2)", "-2.34")
                        .gives(Kind.NUMBER, a -> rounded(a, RoundingMode.DOWN)),
                of("floor", "The next whole number below.")
                        .number("value")
                        .example("floor(-2.1)", "-3")
                        .gives(Kind.NUMBER, a -> a.number(0).setScale(0, RoundingMode.FLOOR)),
                of("ceiling", "The next whole number above.")
                        .number("value")
                        .example("ceiling(2.1)", "3")
                        .gives(Kind.NUMBER, a -> a.number(0).setScale(0, RoundingMode.CEILING)),
                of("truncate", "Without decimals.")
                        .number("value")
                        .example("truncate(-2.9)", "-2")
                        .gives(Kind.NUMBER, a -> a.number(0).setScale(0, RoundingMode.DOWN)),
                of("power", "With a whole exponent from 0 to 100, else missing.")
                        .number("base")
                        .number("exponent")
                        .example("power(1.1, 2)", "1.21")
                        .example("power(2, -1)", "null")
                        .gives(Kind.NUMBER, a -> ExactNumbers.power(a.number(0), a.number(1))),
                of("percentOf", "How many percent of a whole a part is.")
                        .number("part")
                        .number("whole")
                        .example("percentOf(1, 8)", "12.5")
                        .gives(Kind.NUMBER, NumberFunctions::percentOf),
                of("clamp", "The number, or the nearest bound where it lies beyond.")
                        .number("value")
                        .number("low")
                        .number("high")
                        .example("clamp(120, 0, 100)", "100")
                        .gives(Kind.NUMBER, a -> a.number(0).min(a.number(2)).max(a.number(1))),
                of("sum", "All together.")
                        .number("value")
                        .andMore()
                        .nulls(Nulls.SKIP)
                        .example("sum(1, null, 2.5)", "3.5")
                        .gives(Kind.NUMBER, NumberFunctions::sum),
                of("average", "The sum divided by how many there are.")
                        .number("value")
                        .andMore()
                        .nulls(Nulls.SKIP)
                        .example("average(1, null, 2)", "1.5")
                        .gives(Kind.NUMBER, NumberFunctions::average),
                of("isEven", "Whether it is a whole number that 2 divides.")
                        .number("value")
                        .example("isEven(4)", "true")
                        .example("isEven(4.5)", "false")
                        .gives(
                                Kind.BOOLEAN,
                                a -> a.number(0).remainder(BigDecimal.TWO).signum() == 0),
                of("sqrt", "The square root, to 30 digits; of negative numbers missing.")
                        .number("value")
                        .notInSql(NOT_EXACT)
                        .example("sqrt(2.25)", "1.5")
                        .gives(
                                Kind.NUMBER,
                                a ->
                                        a.number(0).signum() < 0
                                                ? null
                                                : ExactNumbers.kept(a.number(0).sqrt(DIGITS))),
                of("ln", "The natural logarithm, to about 15 digits.")
                        .number("value")
                        .notInSql(NOT_EXACT)
                        .example("ln(1)", "0")
                        .gives(
                                Kind.NUMBER,
                                a -> inexact(StrictMath.log(a.number(0).doubleValue()))),
                of("log10", "The logarithm to the base 10, to about 15 digits.")
                        .number("value")
                        .notInSql(NOT_EXACT)
                        .example("log10(1000)", "3")
                        .gives(
                                Kind.NUMBER,
                                a -> inexact(StrictMath.log10(a.number(0).doubleValue()))),
                of("exp", "e to the power of the number, to about 15 digits.")
                        .number("value")
                        .notInSql(NOT_EXACT)
                        .example("exp(0)", "1")
                        .gives(
                                Kind.NUMBER,
                                a -> inexact(StrictMath.exp(a.number(0).doubleValue()))));
    }

    private static FunctionDraft of(String name, String description) {
        return FunctionDraft.of(Group.NUMBER, name, description);
    }

    private static BigDecimal rounded(Arguments arguments, RoundingMode mode) {
        int places = Math.clamp(arguments.whole(1), MIN_PLACES, ExactNumbers.DECIMALS);
        BigDecimal value = arguments.number(0);
        return value.scale() <= places ? value : value.setScale(places, mode);
    }

    private static @Nullable BigDecimal percentOf(Arguments arguments) {
        BigDecimal quotient = ExactNumbers.quotient(arguments.number(0), arguments.number(1));
        return quotient == null ? null : ExactNumbers.kept(quotient.multiply(HUNDRED));
    }

    private static @Nullable BigDecimal sum(Arguments arguments) {
        return present(arguments).stream().reduce(BigDecimal::add).orElse(null);
    }

    private static @Nullable BigDecimal average(Arguments arguments) {
        List<BigDecimal> present = present(arguments);
        return present.stream()
                .reduce(BigDecimal::add)
                .map(sum -> ExactNumbers.quotient(sum, BigDecimal.valueOf(present.size())))
                .orElse(null);
    }

    private static List<BigDecimal> present(Arguments arguments) {
        return IntStream.range(0, arguments.count())
                .filter(position -> !arguments.isMissing(position))
                .mapToObj(arguments::number)
                .toList();
    }

    private static @Nullable BigDecimal inexact(double value) {
        return Double.isFinite(value)
                ? ExactNumbers.kept(new BigDecimal(Double.toString(value)))
                : null;
    }
}
