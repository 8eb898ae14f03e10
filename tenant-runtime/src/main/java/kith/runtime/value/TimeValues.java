package kith.runtime.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** Reads days and moments of the years 1 to 9999. */
final class TimeValues {

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);
    private static final Instant FIRST = FIRST_DAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final Instant END =
            LAST_DAY.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    private static final int LONGEST = 40;

    private TimeValues() {}

    /** A day, e.g. {@code 2026-07-04}. */
    static Coercion date(Object raw) {
        return switch (raw) {
            case LocalDate date -> inRange(date);
            case String text -> {
                try {
                    yield inRange(LocalDate.parse(shortened(text)));
                } catch (DateTimeParseException malformed) {
                    yield Coercion.refused(
                            ValueProblem.DATE_MALFORMED,
                            "This is not a date",
                            "Write year, month and day, e.g. 2026-07-04");
                }
            }
            default -> new Coercion.Refused(FieldValues.wrongType(raw, "a date"));
        };
    }

    /** A moment with its offset, e.g. {@code 2026-07-04T12:30:00Z}, kept to the millisecond. */
    static Coercion dateTime(Object raw) {
        return switch (raw) {
            case Instant instant -> inRange(instant);
            case OffsetDateTime time -> inRange(time.toInstant());
            case String text -> {
                try {
                    yield inRange(OffsetDateTime.parse(shortened(text)).toInstant());
                } catch (DateTimeParseException malformed) {
                    yield Coercion.refused(
                            ValueProblem.DATE_MALFORMED,
                            "This is not a date with time and offset",
                            "Write e.g. 2026-07-04T12:30:00Z or 2026-07-04T14:30:00+02:00");
                }
            }
            default -> new Coercion.Refused(FieldValues.wrongType(raw, "a date with time"));
        };
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Coercion inRange(LocalDate date) {
        return date.isBefore(FIRST_DAY) || date.isAfter(LAST_DAY)
                ? outOfRange()
                : new Coercion.Accepted(date);
    }

    private static Coercion inRange(Instant instant) {
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            return outOfRange();
        }
        return new Coercion.Accepted(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    private static Coercion outOfRange() {
        return Coercion.refused(ValueProblem.DATE_OUT_OF_RANGE, "Years run from 0001 to 9999");
    }
}
