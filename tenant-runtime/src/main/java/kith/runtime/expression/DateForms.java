package kith.runtime.expression;

import kith.runtime.expression.FunctionSql.Forms;

/** Functions of days and moments. */
final class DateForms {

    private DateForms() {}

    static void addTo(Forms forms) {
        forms.put("today()", "kith_day(now(), 'UTC')");
        forms.put("today(text)", "kith_day(now(), {})");
        forms.put("now()", "date_trunc('milliseconds', now())");
        forms.put(
                "date(number, number, number)",
                "kith_date(kith_whole({}), kith_whole({}), kith_whole({}))");
        forms.put("date(text)", "kith_date_of({})");
        forms.put("date(dateTime)", "kith_day({}, 'UTC')");
        forms.put("date(dateTime, text)", "kith_day({}, {})");
        forms.put("dateTime(text)", "kith_moment_of({})");
        forms.put("dateTime(date)", "(({})::timestamp at time zone 'UTC')");
        addParts(forms);
        addMoving(forms);
        addDistances(forms);
    }

    private static void addParts(Forms forms) {
        forms.put("year(date)", "extract(year from {})");
        forms.put("month(date)", "extract(month from {})");
        forms.put("day(date)", "extract(day from {})");
        forms.put("quarter(date)", "extract(quarter from {})");
        forms.put("week(date)", "extract(week from {})");
        forms.put("weekday(date)", "extract(isodow from {})");
        forms.put("dayOfYear(date)", "extract(doy from {})");
        forms.put("daysInMonth(date)", "extract(day from kith_end_of_month({}))");
        forms.put("isLeapYear(date)", "kith_is_leap(extract(year from {})::int)");
        forms.put("isWeekend(date)", "(extract(isodow from {}) > 5)");
        forms.put("hour(dateTime)", "extract(hour from {} at time zone 'UTC')");
        forms.put("hour(dateTime, text)", "extract(hour from {} at time zone {})");
        forms.put("minute(dateTime)", "extract(minute from {} at time zone 'UTC')");
    }

    private static void addMoving(Forms forms) {
        forms.put("addDays(date, number)", "kith_plus_days({}, kith_whole({}))");
        forms.put("addWorkdays(date, number)", "kith_plus_workdays({}, kith_whole({}))");
        forms.put("addMonths(date, number)", "kith_plus_months({}, kith_whole({}))");
        forms.put("addYears(date, number)", "kith_plus_months({}, kith_whole({})::bigint * 12)");
        forms.put("startOfWeek(date)", "date_trunc('week', ({})::timestamp)::date");
        forms.put("startOfMonth(date)", "date_trunc('month', ({})::timestamp)::date");
        forms.put("endOfMonth(date)", "kith_end_of_month({})");
        forms.put("startOfQuarter(date)", "date_trunc('quarter', ({})::timestamp)::date");
        forms.put("startOfYear(date)", "date_trunc('year', ({})::timestamp)::date");
        forms.put(
                "endOfYear(date)",
                "(date_trunc('year', ({})::timestamp) + interval '1 year -1 day')::date");
        forms.put(
                "addHours(dateTime, number)",
                "kith_plus_seconds({}, kith_whole({})::bigint * 3600)");
        forms.put(
                "addMinutes(dateTime, number)",
                "kith_plus_seconds({}, kith_whole({})::bigint * 60)");
    }

    private static void addDistances(Forms forms) {
        forms.put("daysBetween(date, date)", "(- ({} - {}))::numeric");
        forms.put(
                "workdaysBetween(date, date)",
                "(- (kith_workdays({}) - kith_workdays({})))::numeric");
        forms.put("monthsBetween(date, date)", "kith_months_between({}, {})::numeric");
        forms.put("yearsBetween(date, date)", "(kith_months_between({}, {}) / 12)::numeric");
        forms.put("hoursBetween(dateTime, dateTime)", "div(kith_seconds_between({}, {}), 3600)");
        forms.put("minutesBetween(dateTime, dateTime)", "div(kith_seconds_between({}, {}), 60)");
        forms.put("secondsBetween(dateTime, dateTime)", "kith_seconds_between({}, {})");
    }
}
