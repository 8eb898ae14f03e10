package kith.graphql.reference.interpret;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** Periods told from today in the tenant's time zone. */
final class Periods {

    private Periods() {}

    /** Days from the first on and before the last. */
    record Period(LocalDate from, LocalDate until, Settings settings) {

        boolean has(Object value) {
            LocalDate day =
                    value instanceof Instant moment
                            ? LocalDate.ofInstant(moment, settings.zone())
                            : (LocalDate) value;
            return !day.isBefore(from) && day.isBefore(until);
        }
    }

    static Period of(String name, Settings settings) {
        LocalDate today = LocalDate.ofInstant(settings.now(), settings.zone());
        String[] words = name.split("_", -1);
        return switch (words[0]) {
            case "TODAY" -> new Period(today, today.plusDays(1), settings);
            case "YESTERDAY" -> new Period(today.minusDays(1), today, settings);
            case "TOMORROW" -> new Period(today.plusDays(1), today.plusDays(2), settings);
            default -> {
                boolean isCounted = words.length == 3;
                int count = isCounted ? Integer.parseInt(words[1]) : 1;
                String unit = words[words.length - 1].replaceAll("S$", "");
                LocalDate present = start(unit, today, settings);
                if (unit.equals("DAY")) {
                    yield words[0].equals("LAST")
                            ? new Period(today.minusDays(count - 1L), today.plusDays(1), settings)
                            : new Period(today, today.plusDays(count), settings);
                }
                LocalDate next = plus(unit, present, 1);
                yield switch (words[0]) {
                    case "THIS" -> new Period(present, next, settings);
                    case "LAST" -> new Period(plus(unit, present, -count), present, settings);
                    default -> new Period(next, plus(unit, next, count), settings);
                };
            }
        };
    }

    private static LocalDate start(String unit, LocalDate day, Settings settings) {
        return switch (unit) {
            case "DAY" -> day;
            case "WEEK" -> day.with(TemporalAdjusters.previousOrSame(settings.weekStart()));
            case "MONTH" -> day.withDayOfMonth(1);
            case "QUARTER" -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
            case "YEAR" -> day.withDayOfYear(1);
            default -> throw new IllegalArgumentException(unit);
        };
    }

    private static LocalDate plus(String unit, LocalDate day, int count) {
        return switch (unit) {
            case "DAY" -> day.plusDays(count);
            case "WEEK" -> day.plusWeeks(count);
            case "MONTH" -> day.plusMonths(count);
            case "QUARTER" -> day.plusMonths(3L * count);
            case "YEAR" -> day.plusYears(count);
            default -> throw new IllegalArgumentException(unit);
        };
    }
}
