package kith.script.library;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Formatter;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.regex.Pattern;
import kith.script.ScriptFailure.LimitName;
import kith.script.meter.Meter;
import org.jspecify.annotations.Nullable;

/** {@code String.format}, without locales and with bounded widths. */
public final class Formats {

    private static final int MAX_FORMAT_LENGTH = 2_000;
    private static final int BASE_COST = 100;
    private static final Pattern UPPER_CASE = Pattern.compile("%[^a-zA-Z%]*S");
    private static final Pattern WIDE = Pattern.compile("%[^a-zA-Z%]*\\d{4,}");

    private Formats() {}

    public static String format(String format, @Nullable Object[] values) {
        Meter meter = Meter.current();
        meter.spend(BASE_COST + 16L * format.length());
        if (format.length() > MAX_FORMAT_LENGTH || WIDE.matcher(format).find()) {
            throw meter.exhaust(LimitName.TEXT_LENGTH, "a format is too long or too wide");
        }
        var plain = new @Nullable Object[values.length];
        for (int i = 0; i < values.length; i++) {
            plain[i] = plain(values[i]);
        }
        // The JDK would change a text's case in time of its length squared.
        if (UPPER_CASE.matcher(format).find()) {
            throw new ScriptError("a format cannot change the case; use toUpperCase()");
        }
        var text = new TextBuilder();
        try (var formatter = new Formatter(text, Locale.ROOT)) {
            formatter.format(format, plain);
            return text.toString();
        } catch (IllegalFormatException e) {
            throw new ScriptError("the format does not fit the values");
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Number number -> Numbers.checked(number);
            case LocalDate date -> date;
            case OffsetDateTime moment -> moment;
            case Boolean truth -> truth;
            default -> Values.text(value);
        };
    }
}
