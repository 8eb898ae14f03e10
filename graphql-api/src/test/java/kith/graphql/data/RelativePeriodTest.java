package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativePeriodTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 8, 5);

    @ParameterizedTest
    @CsvSource({
        "TODAY, 2026-08-05, 2026-08-06",
        "YESTERDAY, 2026-08-04, 2026-08-05",
        "TOMORROW, 2026-08-06, 2026-08-07",
        "THIS_WEEK, 2026-08-03, 2026-08-10",
        "LAST_WEEK, 2026-07-27, 2026-08-03",
        "NEXT_2_WEEKS, 2026-08-10, 2026-08-24",
        "THIS_MONTH, 2026-08-01, 2026-09-01",
        "LAST_MONTH, 2026-07-01, 2026-08-01",
        "LAST_3_MONTHS, 2026-05-01, 2026-08-01",
        "THIS_QUARTER, 2026-07-01, 2026-10-01",
        "LAST_QUARTER, 2026-04-01, 2026-07-01",
        "NEXT_2_QUARTERS, 2026-10-01, 2027-04-01",
        "THIS_YEAR, 2026-01-01, 2027-01-01",
        "LAST_2_YEARS, 2024-01-01, 2026-01-01",
        "LAST_1_DAYS, 2026-08-05, 2026-08-06",
        "LAST_90_DAYS, 2026-05-08, 2026-08-06",
        "NEXT_7_DAYS, 2026-08-05, 2026-08-12",
    })
    void isTheDaysFromTheFirstToBeforeTheLast(String text, LocalDate from, LocalDate until) {
        assertThat(RelativePeriod.parse(text).orElseThrow().days(WEDNESDAY, Locale.GERMANY))
                .isEqualTo(new RelativePeriod.Days(from, until));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "today",
                "SOON",
                "THIS_DAY",
                "LAST_DAYS",
                "LAST_0_DAYS",
                "LAST_3_DAY",
                "THIS_2_WEEKS",
                "LAST_99999_DAYS",
                "LAST_-1_DAYS"
            })
    void isNothingElse(String text) {
        assertThat(RelativePeriod.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"en-US, 2026-08-02", "de-DE, 2026-08-03"})
    void startsWeeksAsTheCountryDoes(String locale, LocalDate start) {
        assertThat(
                        RelativePeriod.parse("THIS_WEEK")
                                .orElseThrow()
                                .days(WEDNESDAY, Locale.forLanguageTag(locale))
                                .from())
                .isEqualTo(start);
    }
}
