package kith.metadata.expression;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days of the years 1 to 9999; whatever leads beyond is missing. */
final class Dates {

    static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int MAX_DAYS = 4_000_000;
    private static final int MAX_MONTHS = 120_000;
    private static final int MAX_WORKDAYS = 2_000_000;
    private static final int WORKDAYS = 5;
    private static final int WEEKDAYS = 7;
    private static final int MONTHS = 12;

    private Dates() {}

    static @Nullable LocalDate of(int year, int month, int day) {
        if (year < FIRST.getYear()
                || year > LAST.getYear()
                || month < 1
                || month > MONTHS
                || day < 1
                || day > LocalDate.of(year, month, 1).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    static @Nullable LocalDate parsed(String text) {
        return FORM.matcher(text).matches()
                ? of(
                        Integer.parseInt(text.substring(0, 4)),
                        Integer.parseInt(text.substring(5, 7)),
                        Integer.parseInt(text.substring(8)))
                : null;
    }

    static String text(LocalDate date) {
        return date.format(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    static @Nullable LocalDate plusDays(LocalDate date, int days) {
        return Math.abs(days) > MAX_DAYS ? null : kept(date.plusDays(days));
    }

    /** On the same day of the month, or on its last. */
    static @Nullable LocalDate plusMonths(LocalDate date, int months) {
        return Math.abs(months) > MAX_MONTHS ? null : kept(date.plusMonths(months));
    }

    static @Nullable LocalDate plusYears(LocalDate date, int years) {
        return Math.abs(years) > MAX_MONTHS / MONTHS ? null : kept(date.plusYears(years));
    }

    static BigDecimal daysBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to));
    }

    static BigDecimal monthsBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.MONTHS.between(from, to));
    }

    static BigDecimal yearsBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(ChronoUnit.MONTHS.between(from, to) / MONTHS);
    }

    static LocalDate startOfWeek(LocalDate date) {
        return date.minusDays(date.getDayOfWeek().getValue() - 1L);
    }

    static LocalDate startOfQuarter(LocalDate date) {
        return LocalDate.of(date.getYear(), (date.getMonthValue() - 1) / 3 * 3 + 1, 1);
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    }

    /** A day of the weekend counts as the working day that was, or going back, that will be. */
    static @Nullable LocalDate plusWorkdays(LocalDate date, int days) {
        if (Math.abs(days) > MAX_WORKDAYS) {
            return null;
        }
        int weekday = date.getDayOfWeek().getValue();
        if (days > 0) {
            int start = Math.min(weekday, WORKDAYS);
            int rest = days % WORKDAYS;
            long total = WEEKDAYS * (days / WORKDAYS) + rest + (start + rest > WORKDAYS ? 2L : 0L);
            return kept(date.minusDays(weekday - (long) start).plusDays(total));
        }
        if (days < 0) {
            int shift = weekday > WORKDAYS ? WEEKDAYS + 1 - weekday : 0;
            int start = weekday > WORKDAYS ? 1 : weekday;
            int rest = -days % WORKDAYS;
            long total = WEEKDAYS * (-days / WORKDAYS) + rest + (start - rest < 1 ? 2L : 0L);
            return kept(date.plusDays(shift).minusDays(total));
        }
        return date;
    }

    /** Days from Monday to Friday, the first day included and the last one not. */
    static BigDecimal workdaysBetween(LocalDate from, LocalDate to) {
        return BigDecimal.valueOf(workdays(to) - workdays(from));
    }

    /** Since the first day of the year 1, which was a Monday. */
    private static long workdays(LocalDate date) {
        long days = ChronoUnit.DAYS.between(FIRST, date);
        return days / WEEKDAYS * WORKDAYS + Math.min(days % WEEKDAYS, WORKDAYS);
    }

    static @Nullable LocalDate kept(LocalDate date) {
        return date.isBefore(FIRST) || date.isAfter(LAST) ? null : date;
    }
}
