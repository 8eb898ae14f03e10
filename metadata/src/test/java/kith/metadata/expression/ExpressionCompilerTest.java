package kith.metadata.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kith.metadata.catalog.Field;
import kith.metadata.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionCompilerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + 2 * 3                      | 7",
                "(1 + 2) * 3                    | 9",
                "10 - 4 - 3                     | 3",
                "-2 * -3                        | 6",
                "7 % 4                          | 3",
                "-7 % 4                         | -3",
                "10 / 3                         | 3.33333333333333333333",
                "2 / 3                          | 0.66666666666666666667",
                "1 / 0 ?: 5                     | 5",
                "0.1 + 0.2                      | 0.3",
                "1 < 2 ? 10 : 20                | 10",
                "1 == 1.00 ? 1 : 0              | 1",
                "'a' < 'B' ? 1 : 0              | 0",
                "null == 1 / 0 ? 1 : 0          | 1",
                "1 in [3, 2, 1] ? 1 : 0         | 1",
                "!(1 > 2) && 2 >= 2 ? 1 : 0     | 1",
                "date(2026, 3, 1) - date(2026, 2, 1) | 28",
            })
    void computesNumbers(String text, BigDecimal result) {
        assertThat((BigDecimal) Expressions.evaluate(Expressions.of(text)))
                .isEqualByComparingTo(result);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?<=a)b",
                "(?<!a)b",
                "\\\\Qa\\\\E",
                "\\\\Ga",
                "\\\\X",
                "(?x)a b",
                "(?xi:a)",
                "(a",
                "[a",
                "a{2000}",
                "(|)(|)(|)(|)(|)(|)(|)(|)"
            })
    void refusesPatternsThatWouldNeverMatch(String pattern) {
        assertThat(Expressions.compile("matches(text(amount), '%s')".formatted(pattern)))
                .isInstanceOfSatisfying(
                        Compilation.Refused.class,
                        refused -> {
                            assertThat(refused.errors()).hasSize(1);
                            assertThat(refused.errors().getFirst().message())
                                    .contains("regular expression");
                        });
    }

    @Test
    void takesPatternsThatMayMatch() {
        assertThat(
                        Expressions.evaluate(
                                Expressions.of(
                                        "matches('DE-12', '(?i)[a-z]{2}-(?=\\\\d)\\\\d+') ? 1 : 0")))
                .isEqualTo(BigDecimal.ONE);
    }

    @Test
    void endsAtTheSameStepHoweverOften() {
        Expression costly = Expressions.of("length(repeat(text(amount), 1000000))");
        EvaluationSteps few = new EvaluationSteps(100_000);

        int evaluated = 0;
        while (evaluated < 1_000) {
            try {
                Expressions.evaluate(costly, Map.of("amount", BigDecimal.ONE), few);
                evaluated++;
            } catch (ProblemException tooMuch) {
                assertThat(tooMuch.problems())
                        .extracting(problem -> problem.code())
                        .containsExactly(ExpressionProblem.EXPRESSIONS_TOO_COSTLY);
                break;
            }
        }
        assertThat(evaluated).isEqualTo(6);
    }

    @Test
    void readsFieldsOfTheRecordAndOfThoseItPointsTo() {
        Expression expression =
                Expressions.of("account?.industry == 'Tech' ? amount * 0.1 : account.revenue");

        assertThat(
                        Expressions.evaluate(
                                expression,
                                Map.of(
                                        "account.industry",
                                        "Tech",
                                        "amount",
                                        new BigDecimal("12.50"))))
                .isEqualTo(new BigDecimal("1.250"));
        assertThat(
                        Expressions.evaluate(
                                expression, Map.of("account.revenue", new BigDecimal("7.00"))))
                .isEqualTo(new BigDecimal("7.00"));
    }

    @Test
    void tellsWhichFieldsAreUsed() {
        assertThat(ExpressionTraits.uses(Expressions.of("account.revenue > amount")))
                .extracting(Field::name)
                .containsExactly("account", "revenue", "amount");
    }

    @Test
    void takesMissingValuesAsStated() {
        assertThat(Expressions.evaluate(Expressions.of("amount + 1"))).isNull();
        assertThat(Expressions.evaluate(Expressions.of("amount > 1"))).isEqualTo(false);
        assertThat(Expressions.evaluate(Expressions.of("!(amount > 1)"))).isEqualTo(true);
        assertThat(Expressions.evaluate(Expressions.of("amount != 1"))).isEqualTo(true);
        assertThat(Expressions.evaluate(Expressions.of("isWon"))).isEqualTo(false);
        assertThat(Expressions.evaluate(Expressions.of("name + '!'"))).isEqualTo("!");
        assertThat(Expressions.evaluate(Expressions.of("'Boats' in interests"))).isEqualTo(false);
        assertThat(
                        Expressions.evaluate(
                                Expressions.of("'Boats' in interests"),
                                Map.of("interests", List.of("Boats"))))
                .isEqualTo(true);
    }

    @Test
    void knowsTheDayInAZone() {
        assertThat(Expressions.evaluate(Expressions.of("today('Pacific/Kiritimati')")))
                .isEqualTo(LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "amout > 1 | 1: Deal has no field `amout` Did you mean `amount`?",
                "amount > rond(1) | 10: There is no function `rond` Did you mean `round`?",
                "account.industri == 'Tech' | 9: Account has no field `industri` Did you mean `industry`?",
                "account.industry == 'Tec' | 21: `industry` never is 'Tec' Did you mean `Tech`?",
                "amount = 1 | 8: An expression sets nothing Compare with `==`.",
                "amount > '1' | 10: One value is a number, the other one a text Write `number(…)` around it.",
                "'a' + amount | 5: `+` does not work for a text and a number Write `text(…)` around what is no text.",
                "amount > | 9: A value is missing at the end",
                "(amount | 8: `)` is missing",
                "amount amount | 8: The expression ends before `amount`",
                "name.length() | 6: Values have no methods Write `length(…)` around the value.",
                "upper(amount) | 7: `text` of `upper` is a text, not a number Write `text(…)` around the value.",
                "amount && isWon | 1: What stands beside `&&` is a boolean, not a number Compare the value with something, e.g. `… == …`.",
                "today('Berlin') | 7: The name of a time zone is expected here Write it as a text, e.g. 'Europe/Berlin'.",
                "name.x | 1: `name` points to no other record",
            })
    void saysWhatIsWrongAndWhere(String text, String error) {
        assertThat(Expressions.errors(text)).containsExactly(error);
    }

    @Test
    void reportsAllErrorsTogether() {
        assertThat(Expressions.errors("amout > 1 && upper(1) == nam")).hasSize(3);
    }

    @Test
    void refusesWhatHasNoEnd() {
        assertThat(Expressions.errors("1" + " + 1".repeat(600)))
                .containsExactly("1: An expression has at most 500 parts");
        assertThat(Expressions.errors("(".repeat(1_000)))
                .singleElement()
                .asString()
                .endsWith("An expression is at most 40 levels deep");
        assertThat(Expressions.errors("!".repeat(3_000)))
                .singleElement()
                .asString()
                .endsWith("An expression is at most 40 levels deep");
        assertThat(Expressions.errors(" ".repeat(6_000) + "1")).hasSize(1);
    }

    @Test
    void stopsRegularExpressionsThatRunAway() {
        Object found =
                Expressions.evaluate(
                        Expressions.of("matches('%s!', '(a+)+b')".formatted("a".repeat(60))));

        assertThat(found).isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(){2000000000}",
                "(?:(?:){1000}){1000}x",
                "(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)(|)x",
                "x*(?<!(?<!(?<!(?<!\\A.{0,999})\\A.{0,999})\\A.{0,999})\\A.{0,999})",
                "(?x)(){2# \n000000000}",
                "\\Q(\\E((((((((((()?)?)?)?)?)?)?)?)?)?)?"
            })
    void runsNoRegularExpressionThatNeedNotLook(String pattern) {
        assertThat(RegularExpressions.matches("x".repeat(5_000), pattern, new EvaluationSteps()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "030/1234 (?:\\+49|0)[1-9][0-9]*/\\d{3,}",
                "abba (.)(.)\\2\\1",
                "ACME (?i)acme(?:gmbh)?",
                "a.b-c@d.example [^@\\s]+@[^@\\s]+\\.[a-z]{2,}",
                "aB3$ (?=.*[a-z])(?=.*[A-Z])(?=.*\\d).{4,20}",
                "x]y [a-z]*?[]]?[^^]*+",
                "Ä1 \\p{Lu}\\p{javaDigit}",
                "a,b,c (?:a|b|)(?:,(?:b|c|))*"
            })
    void runsThoseThatPeopleWrite(String text, String pattern) {
        assertThat(RegularExpressions.matches(text, pattern, new EvaluationSteps())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find(repeat('a', 999999), repeat('a', 499999) + 'b')",
                "countOf(repeat('a', 999999), repeat('a', 499999) + 'b')",
                "length(upper(repeat('ß', 500000))) + length(lower(repeat('İ', 300000)))"
            })
    void takesNoTimeOfLengthsMultiplied(String expression) {
        assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Expressions.evaluate(Expressions.of(expression))).isNotNull());
    }

    @Test
    void findsLongPartsAsShortOnes() {
        String twice = "'%1$s%1$sb%1$sb'".formatted("ab".repeat(9));
        String part = "'%sb'".formatted("ab".repeat(9));
        assertThat(Expressions.evaluate(Expressions.of("find(%s, %s)".formatted(twice, part))))
                .isEqualTo(new BigDecimal(19));
        assertThat(Expressions.evaluate(Expressions.of("countOf(%s, %s)".formatted(twice, part))))
                .isEqualTo(new BigDecimal(2));
        assertThat(
                        Expressions.evaluate(
                                Expressions.of("replace(%s, %s, '-')".formatted(twice, part))))
                .isEqualTo("ab".repeat(9) + "--");
    }

    @Test
    void losesWhatIsTooLarge() {
        assertThat(Expressions.evaluate(Expressions.of("power(10, 37) * 10"))).isNull();
        assertThat(Expressions.evaluate(Expressions.of("date(9999, 12, 31) + 1"))).isNull();
        assertThat(Expressions.evaluate(Expressions.of("repeat('ab', 600000)"))).isNull();
        String half = "repeat('a', 600000)";
        assertThat(Expressions.evaluate(Expressions.of(half + " + " + half))).isNull();
        assertThat(Expressions.evaluate(Expressions.of("join('', %s, %s)".formatted(half, half))))
                .isNull();
    }

    @Test
    void tellsWhyTheDatabaseCannotComputeIt() {
        assertThat(ExpressionTraits.notInSql(Expressions.of("amount > sqrt(2)")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("`sqrt`: "));
        assertThat(ExpressionTraits.notInSql(Expressions.of("isChanged(amount)"))).isPresent();
        assertThat(ExpressionTraits.notInSql(Expressions.of("round(amount)"))).isEmpty();
    }
}
