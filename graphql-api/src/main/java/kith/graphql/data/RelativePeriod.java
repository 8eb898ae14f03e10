package kith.graphql.data;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A period that is told from today. A number of days counts today; a number of weeks, months,
 * quarters or years counts whole ones before or after the present one.
 *
 * @param from how many units from the present one the period begins
 * @param until how many units from the present one it ends, exclusive
 */
record RelativePeriod(Unit unit, int from, int until) {

    private static final Pattern PERIOD =
            Pattern.compile("(THIS|LAST|NEXT)_(?:(\\d{1,4})_)?(DAY|WEEK|MONTH|QUARTER|YEAR)(S?)");

    /** What a period is counted in. */
    enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR
    }

    /** Days from the first to before the last. */
    record Days(LocalDate from, LocalDate until) {}

    static Optional<RelativePeriod> parse(String text) {
        return switch (text) {
            case "TODAY" -> Optional.of(new RelativePeriod(Unit.DAY, 0, 1));
            case "YESTERDAY" -> Optional.of(new RelativePeriod(Unit.DAY, -1, 0));
            case "TOMORROW" -> Optional.of(new RelativePeriod(Unit.DAY, 1, 2));
            default -> {
                Matcher matcher = PERIOD.matcher(text);
                yield matcher.matches() ? of(matcher) : Optional.empty();
            }
        };
    }

    private static Optional<RelativePeriod> of(Matcher matcher) {
        Unit unit = Unit.valueOf(matcher.group(3));
        boolean isCounted = matcher.group(2) != null;
        boolean isPlural = !matcher.group(4).isEmpty();
        if (isCounted != isPlural || (!isCounted && unit == Unit.DAY)) {
            return Optional.empty();
        }
        int count = isCounted ? Integer.parseInt(matcher.group(2)) : 1;
        if (matcher.group(1).equals("THIS")) {
            return isCounted ? Optional.empty() : Optional.of(new RelativePeriod(unit, 0, 1));
        }
        if (count == 0) {
            return Optional.empty();
        }
        boolean isPast = matcher.group(1).equals("LAST");
        if (unit == Unit.DAY) {
            return Optional.of(
                    isPast
                            ? new RelativePeriod(unit, 1 - count, 1)
                            : new RelativePeriod(unit, 0, count));
        }
        return Optional.of(
                isPast
                        ? new RelativePeriod(unit, -count, 0)
                        : new RelativePeriod(unit, 1, count + 1));
    }

    /** The days of the period. */
    Days days(LocalDate today, Locale locale) {
        LocalDate start = startOfPresent(today, locale);
        return new Days(shifted(start, from), shifted(start, until));
    }

    private LocalDate startOfPresent(LocalDate today, Locale locale) {
        return switch (unit) {
            case DAY -> today;
            case WEEK -> {
                DayOfWeek first = WeekFields.of(locale).getFirstDayOfWeek();
                yield today.with(TemporalAdjusters.previousOrSame(first));
            }
            case MONTH -> today.withDayOfMonth(1);
            case QUARTER ->
                    today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> today.withDayOfYear(1);
        };
    }

    private LocalDate shifted(LocalDate start, int count) {
        return switch (unit) {
            case DAY -> start.plusDays(count);
            case WEEK -> start.plusWeeks(count);
            case MONTH -> start.plusMonths(count);
            case QUARTER -> start.plusMonths(3L * count);
            case YEAR -> start.plusYears(count);
        };
    }
}
