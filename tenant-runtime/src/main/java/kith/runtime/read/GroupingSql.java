package kith.runtime.read;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.field.FieldType;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.StoredValues;

/** The value that records of one group have in common: as SQL groups by it, and as it is shown. */
final class GroupingSql {

    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private GroupingSql() {}

    /**
     * What is grouped by.
     *
     * @param value the value of the key's field
     */
    static Sql key(Sql value, GroupKey key) {
        return switch (key.grouping()) {
            case Grouping.Value _ -> isShownByName(key) ? shown(value, key) : value;
            case Grouping.Period period -> period(value, key.field(), period);
            case Grouping.Ranges(var bounds) -> range(value, key.field(), bounds);
        };
    }

    /** The JSON of what was grouped by. */
    static Sql json(Sql grouped, GroupKey key) {
        return switch (key.grouping()) {
            case Grouping.Value _ -> isShownByName(key) ? grouped : shown(grouped, key);
            case Grouping.Period period -> periodJson(grouped, key.field(), period);
            case Grouping.Ranges(var bounds) -> rangeJson(grouped, bounds);
        };
    }

    /** Groups of objects are in the order of the objects' names, not of their numbers. */
    private static boolean isShownByName(GroupKey key) {
        return ValueForm.of(key.field()) == ValueForm.OBJECT;
    }

    private static Sql shown(Sql value, GroupKey key) {
        return FieldJson.ofValue(value, key.field());
    }

    private static Sql periodJson(Sql grouped, Field field, Grouping.Period period) {
        boolean isOfDays = field.type() instanceof FieldType.Date;
        return switch (period.unit()) {
            case WEEK -> isOfDays && startsLate(period.weekStart()) == 0 ? grouped : day(grouped);
            case YEAR, QUARTER, MONTH, DAY -> isOfDays ? grouped : day(grouped);
            case HOUR -> hour(grouped);
            case QUARTER_OF_YEAR, MONTH_OF_YEAR, DAY_OF_MONTH, DAY_OF_WEEK, HOUR_OF_DAY -> grouped;
        };
    }

    private static Sql day(Sql grouped) {
        return dated(
                Sql.of("{}::timestamp", grouped),
                Sql.text("'\"0000\"-MM-DD'"),
                Sql.text("'YYYY-MM-DD'"));
    }

    private static Sql hour(Sql grouped) {
        return dated(
                Sql.of("({} at time zone 'UTC')", grouped),
                Sql.text("'\"0000\"-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'"),
                Sql.text("'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'"));
    }

    /**
     * The first week of year 1 and, west of Greenwich, its first hours reach into the year before,
     * which is 0000 in ISO 8601 and 1 BC for PostgreSQL.
     */
    private static Sql dated(Sql value, Sql formatOfYearZero, Sql format) {
        return Sql.of(
                "to_char({}, case when {} < '0001-01-01' then {} else {} end)",
                value,
                value,
                formatOfYearZero,
                format);
    }

    private static Sql period(Sql value, Field field, Grouping.Period period) {
        Sql local = local(value, field, period.zone());
        return switch (period.unit()) {
            case YEAR -> Sql.of("date_trunc('year', {})::date", local);
            case QUARTER -> Sql.of("date_trunc('quarter', {})::date", local);
            case MONTH -> Sql.of("date_trunc('month', {})::date", local);
            case WEEK -> week(local, period.weekStart());
            case DAY -> Sql.of("({})::date", local);
            // In the moment's own way: an hour that the clock repeats is two.
            case HOUR ->
                    Sql.of("date_trunc('hour', {}, {})", moment(value, field), zone(period.zone()));
            case QUARTER_OF_YEAR -> Sql.of("extract(quarter from {})::int", local);
            case MONTH_OF_YEAR -> Sql.of("extract(month from {})::int", local);
            case DAY_OF_MONTH -> Sql.of("extract(day from {})::int", local);
            case DAY_OF_WEEK -> Sql.of("extract(isodow from {})::int", local);
            case HOUR_OF_DAY -> Sql.of("extract(hour from {})::int", local);
        };
    }

    /** PostgreSQL's weeks begin on Mondays. */
    private static Sql week(Sql local, DayOfWeek start) {
        int late = startsLate(start);
        if (late == 0) {
            return Sql.of("date_trunc('week', {})::date", local);
        }
        Sql days = Sql.number(late);
        return Sql.of("date_trunc('week', {} + interval '{} days')::date - {}", local, days, days);
    }

    /** By how many days weeks that begin on this day are ahead of those of Mondays. */
    private static int startsLate(DayOfWeek start) {
        return (8 - start.getValue()) % 7;
    }

    /** The clock on the wall. */
    private static Sql local(Sql value, Field field, ZoneId zone) {
        return field.type() instanceof FieldType.Date
                ? Sql.of("({})::date::timestamp", value)
                : Sql.of("({} at time zone {})", moment(value, field), zone(zone));
    }

    private static Sql moment(Sql value, Field field) {
        return ValueForm.of(field) == ValueForm.PLAIN ? Sql.of("({})::timestamptz", value) : value;
    }

    private static Sql zone(ZoneId zone) {
        return Sql.of("{}::text", Sql.constant(zone.getId()));
    }

    private static Sql range(Sql value, Field field, List<BigDecimal> bounds) {
        if (ValueForm.of(field) == ValueForm.EXACT) {
            return Sql.of(
                    "width_bucket({}, {}::numeric[])",
                    value,
                    Sql.bind(SqlType.NUMERIC_ARRAY, bounds.toArray(BigDecimal[]::new)));
        }
        int decimals = StoredValues.decimals(field.type());
        Long[] scaled = bounds.stream().map(bound -> scaled(bound, decimals)).toArray(Long[]::new);
        return Sql.of(
                "width_bucket({}, {}::bigint[])", value, Sql.bind(SqlType.BIGINT_ARRAY, scaled));
    }

    /** The least number of the column that is not below the bound. */
    private static Long scaled(BigDecimal bound, int decimals) {
        return ScaledComparison.scaled(bound, decimals)
                .setScale(0, RoundingMode.CEILING)
                .max(LONG_MIN)
                .min(LONG_MAX)
                .longValueExact();
    }

    private static Sql rangeJson(Sql bucket, List<BigDecimal> bounds) {
        String[] texts = bounds.stream().map(BigDecimal::toPlainString).toArray(String[]::new);
        Sql ends = Sql.bind(SqlType.TEXT_ARRAY, texts);
        return Sql.of(
                "case when {} is not null then json_build_object('from', ({}::text[])[{}],"
                        + " 'to', ({}::text[])[{} + 1]) end",
                bucket,
                ends,
                bucket,
                ends,
                bucket);
    }
}
