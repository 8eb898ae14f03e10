package kith.metadata.expression;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.expression.Function.Group;

/** Days and moments. A moment has a day and a clock only in a zone: UTC unless one is named. */
final class DateFunctions {

    private static final String DAY = "date(2026, 11, 22)";

    private DateFunctions() {}

    static List<Function> all() {
        List<Function> all = new ArrayList<>(making());
        all.addAll(parts());
        all.addAll(moving());
        all.addAll(distances());
        return all;
    }

    private static List<Function> making() {
        return List.of(
                of("today", "The day on which the expression is computed, in UTC.")
                        .changesWithTime()
                        .gives(Kind.DATE, a -> Moments.date(a.now(), ZoneOffset.UTC)),
                of("today", "The day on which the expression is computed, in a zone.")
                        .zone()
                        .changesWithTime()
                        .gives(Kind.DATE, a -> Moments.date(a.now(), a.zone(0))),
                of("now", "The moment in which the expression is computed.")
                        .changesWithTime()
                        .gives(Kind.DATE_TIME, a -> Moments.kept(a.now())),
                of("date", "The day of a year, a month and a day; missing where there is none.")
                        .number("year")
                        .number("month")
                        .number("day")
                        .example("date(2026, 2, 28) + 1", "date(2026, 3, 1)")
                        .example("date(2026, 2, 30)", "null")
                        .gives(Kind.DATE, a -> Dates.of(a.whole(0), a.whole(1), a.whole(2))),
                of("date", "The day that a text names: year, month, day.")
                        .text("text")
                        .example("date('2026-11-22')", DAY)
                        .example("date('22.11.2026')", "null")
                        .gives(Kind.DATE, a -> Dates.parsed(a.text(0))),
                of("date", "The day of a moment in UTC.")
                        .moment("moment")
                        .example("date(dateTime('2026-11-22T23:30Z'))", DAY)
                        .gives(Kind.DATE, a -> Moments.date(a.moment(0), ZoneOffset.UTC)),
                of("date", "The day of a moment in a zone.")
                        .moment("moment")
                        .zone()
                        .example("date(dateTime('2026-11-21T23:30Z'), 'Europe/Berlin')", DAY)
                        .gives(Kind.DATE, a -> Moments.date(a.moment(0), a.zone(1))),
                of("dateTime", "The moment that a text names, in UTC.")
                        .text("text")
                        .example("hour(dateTime('2026-11-22T09:30Z'))", "9")
                        .example("dateTime('soon')", "null")
                        .gives(Kind.DATE_TIME, a -> Moments.parsed(a.text(0))),
                of("dateTime", "The first moment of a day in UTC.")
                        .date("date")
                        .example("dateTime(" + DAY + ")", "dateTime('2026-11-22T00:00Z')")
                        .gives(Kind.DATE_TIME, a -> Moments.start(a.date(0))));
    }

    private static List<Function> parts() {
        return List.of(
                part("year", "The year of a date.", "2026", ChronoField.YEAR),
                part("month", "The month of a date, 1 to 12.", "11", ChronoField.MONTH_OF_YEAR),
                part("day", "The day of the month.", "22", ChronoField.DAY_OF_MONTH),
                part("quarter", "The quarter, 1 to 4.", "4", IsoFields.QUARTER_OF_YEAR),
                part(
                        "week",
                        "The week of ISO 8601, 1 to 53.",
                        "47",
                        IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                part("weekday", "Monday is 1, Sunday 7.", "7", ChronoField.DAY_OF_WEEK),
                part("dayOfYear", "1 to 366.", "326", ChronoField.DAY_OF_YEAR),
                of("daysInMonth", "How many days the month of a date has.")
                        .date("date")
                        .example("daysInMonth(date(2028, 2, 1))", "29")
                        .gives(Kind.NUMBER, a -> BigDecimal.valueOf(a.date(0).lengthOfMonth())),
                of("isLeapYear", "Whether the year of a date has 366 days.")
                        .date("date")
                        .example("isLeapYear(date(2028, 2, 1))", "true")
                        .gives(Kind.BOOLEAN, a -> a.date(0).isLeapYear()),
                of("isWeekend", "Whether it is a Saturday or a Sunday.")
                        .date("date")
                        .example("isWeekend(" + DAY + ")", "true")
                        .gives(Kind.BOOLEAN, a -> Dates.isWeekend(a.date(0))),
                of("hour", "The hour of a moment in UTC, 0 to 23.")
                        .moment("moment")
                        .example("hour(dateTime('2026-11-22T09:30Z'))", "9")
                        .gives(Kind.NUMBER, a -> clock(a, ZoneOffset.UTC, ChronoField.HOUR_OF_DAY)),
                of("hour", "The hour of a moment in a zone.")
                        .moment("moment")
                        .zone()
                        .example("hour(dateTime('2026-11-22T09:30Z'), 'Europe/Berlin')", "10")
                        .gives(Kind.NUMBER, a -> clock(a, a.zone(1), ChronoField.HOUR_OF_DAY)),
                of("minute", "The minute of a moment in UTC.")
                        .moment("moment")
                        .example("minute(dateTime('2026-11-22T09:30Z'))", "30")
                        .gives(
                                Kind.NUMBER,
                                a -> clock(a, ZoneOffset.UTC, ChronoField.MINUTE_OF_HOUR)));
    }

    private static List<Function> moving() {
        return List.of(
                of("addDays", "So many days later, or earlier; like `+` and `-`.")
                        .date("date")
                        .number("days")
                        .example("addDays(" + DAY + ", 10)", "date(2026, 12, 2)")
                        .gives(Kind.DATE, a -> Dates.plusDays(a.date(0), a.whole(1))),
                of("addWorkdays", "So many days from Monday to Friday later, or earlier.")
                        .date("date")
                        .number("days")
                        .example("addWorkdays(" + DAY + ", 1)", "date(2026, 11, 23)")
                        .example("addWorkdays(" + DAY + ", -1)", "date(2026, 11, 20)")
                        .gives(Kind.DATE, a -> Dates.plusWorkdays(a.date(0), a.whole(1))),
                of("addMonths", "On the same day of another month, or on its last day.")
                        .date("date")
                        .number("months")
                        .example("addMonths(date(2026, 1, 31), 1)", "date(2026, 2, 28)")
                        .gives(Kind.DATE, a -> Dates.plusMonths(a.date(0), a.whole(1))),
                of("addYears", "On the same day of another year, or on 28 February.")
                        .date("date")
                        .number("years")
                        .example("addYears(date(2028, 2, 29), 1)", "date(2029, 2, 28)")
                        .gives(Kind.DATE, a -> Dates.plusYears(a.date(0), a.whole(1))),
                of("startOfWeek", "The Monday of the week.")
                        .date("date")
                        .example("startOfWeek(" + DAY + ")", "date(2026, 11, 16)")
                        .gives(Kind.DATE, a -> Dates.startOfWeek(a.date(0))),
                of("startOfMonth", "The first day of the month.")
                        .date("date")
                        .example("startOfMonth(" + DAY + ")", "date(2026, 11, 1)")
                        .gives(Kind.DATE, a -> a.date(0).withDayOfMonth(1)),
                of("endOfMonth", "The last day of the month.")
                        .date("date")
                        .example("endOfMonth(date(2026, 2, 3))", "date(2026, 2, 28)")
                        .gives(Kind.DATE, a -> a.date(0).withDayOfMonth(a.date(0).lengthOfMonth())),
                of("startOfQuarter", "The first day of the quarter.")
                        .date("date")
                        .example("startOfQuarter(" + DAY + ")", "date(2026, 10, 1)")
                        .gives(Kind.DATE, a -> Dates.startOfQuarter(a.date(0))),
                of("startOfYear", "The first of January.")
                        .date("date")
                        .example("startOfYear(" + DAY + ")", "date(2026, 1, 1)")
                        .gives(Kind.DATE, a -> a.date(0).withDayOfYear(1)),
                of("endOfYear", "The last of December.")
                        .date("date")
                        .example("endOfYear(" + DAY + ")", "date(2026, 12, 31)")
                        .gives(Kind.DATE, a -> a.date(0).withDayOfYear(a.date(0).lengthOfYear())),
                of("addHours", "So many hours later, or earlier.")
                        .moment("moment")
                        .number("hours")
                        .example(
                                "addHours(dateTime('2026-11-22T23:00Z'), 2)",
                                "dateTime('2026-11-23T01:00Z')")
                        .gives(Kind.DATE_TIME, a -> Moments.plusHours(a.moment(0), a.whole(1))),
                of("addMinutes", "So many minutes later, or earlier.")
                        .moment("moment")
                        .number("minutes")
                        .example(
                                "addMinutes(dateTime('2026-11-22T23:00Z'), -30)",
                                "dateTime('2026-11-22T22:30Z')")
                        .gives(Kind.DATE_TIME, a -> Moments.plusMinutes(a.moment(0), a.whole(1))));
    }

    private static List<Function> distances() {
        return List.of(
                between("daysBetween", "How many days lie between two dates.", "31")
                        .gives(Kind.NUMBER, a -> Dates.daysBetween(a.date(0), a.date(1))),
                between(
                                "workdaysBetween",
                                "How many days from Monday to Friday lie between, the first included.",
                                "22")
                        .gives(Kind.NUMBER, a -> Dates.workdaysBetween(a.date(0), a.date(1))),
                between("monthsBetween", "How many whole months lie between.", "1")
                        .gives(Kind.NUMBER, a -> Dates.monthsBetween(a.date(0), a.date(1))),
                between("yearsBetween", "How many whole years lie between: an age.", "0")
                        .gives(Kind.NUMBER, a -> Dates.yearsBetween(a.date(0), a.date(1))),
                since(
                        "hoursBetween",
                        "How many whole hours lie between two moments.",
                        "2",
                        ChronoUnit.HOURS),
                since(
                        "minutesBetween",
                        "How many whole minutes lie between.",
                        "150",
                        ChronoUnit.MINUTES),
                since(
                        "secondsBetween",
                        "How many whole seconds lie between.",
                        "9000",
                        ChronoUnit.SECONDS));
    }

    private static FunctionDraft of(String name, String description) {
        return FunctionDraft.of(Group.DATE, name, description);
    }

    private static Function part(
            String name, String description, String result, TemporalField field) {
        return of(name, description)
                .date("date")
                .example(name + "(" + DAY + ")", result)
                .gives(Kind.NUMBER, a -> BigDecimal.valueOf(a.date(0).getLong(field)));
    }

    private static FunctionDraft between(String name, String description, String result) {
        return of(name, description)
                .date("from")
                .date("to")
                .example(name + "(date(2026, 10, 22), " + DAY + ")", result);
    }

    private static Function since(String name, String description, String result, ChronoUnit unit) {
        return of(name, description)
                .moment("from")
                .moment("to")
                .example(
                        name + "(dateTime('2026-11-22T09:00Z'), dateTime('2026-11-22T11:30Z'))",
                        result)
                .gives(Kind.NUMBER, a -> Moments.between(a.moment(0), a.moment(1), unit));
    }

    private static BigDecimal clock(Arguments arguments, ZoneId zone, ChronoField field) {
        return BigDecimal.valueOf(Moments.clock(arguments.moment(0), zone).getLong(field));
    }
}
