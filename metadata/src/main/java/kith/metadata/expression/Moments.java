package kith.metadata.expression;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Moments of the years 1 to 9999 in UTC, to the millisecond; what leads beyond is missing. */
final class Moments {

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9]{4}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):([0-5][0-9])"
                            + "(?::([0-5][0-9])(?:\\.([0-9]{3}))?)?Z");
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Instant FIRST = start(Dates.FIRST);
    private static final Instant END = start(Dates.LAST.plusDays(1));
    private static final int MAX_HOURS = 100_000_000;
    private static final int NANOS = 1_000_000;

    private Moments() {}

    static Instant start(LocalDate date) {
        return date.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static Instant kept(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS);
    }

    static @Nullable Instant parsed(String text) {
        Matcher parts = FORM.matcher(text);
        LocalDate date = parts.matches() ? Dates.parsed(text.substring(0, 10)) : null;
        return date == null
                ? null
                : date.atTime(
                                LocalTime.of(
                                        whole(parts.group(2)),
                                        whole(parts.group(3)),
                                        whole(parts.group(4)),
                                        whole(parts.group(5)) * NANOS))
                        .toInstant(ZoneOffset.UTC);
    }

    private static int whole(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    static String text(Instant moment) {
        return TEXT.format(moment);
    }

    static @Nullable LocalDate date(Instant moment, ZoneId zone) {
        return Dates.kept(moment.atZone(zone).toLocalDate());
    }

    static ZonedDateTime clock(Instant moment, ZoneId zone) {
        return moment.atZone(zone);
    }

    static @Nullable Instant plusHours(Instant moment, int hours) {
        return Math.abs(hours) > MAX_HOURS ? null : inRange(moment.plus(Duration.ofHours(hours)));
    }

    static @Nullable Instant plusMinutes(Instant moment, int minutes) {
        return inRange(moment.plus(Duration.ofMinutes(minutes)));
    }

    /** How often a unit fits between two moments. */
    static BigDecimal between(Instant from, Instant to, ChronoUnit unit) {
        return BigDecimal.valueOf(unit.between(from, to));
    }

    private static @Nullable Instant inRange(Instant moment) {
        return moment.isBefore(FIRST) || !moment.isBefore(END) ? null : moment;
    }
}
