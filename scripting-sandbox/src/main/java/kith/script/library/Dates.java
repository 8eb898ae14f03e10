package kith.script.library;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Dates from text. */
public final class Dates {

    private static final int MAX_LENGTH = 50;

    private Dates() {}

    public static LocalDate date(CharSequence text) {
        return LocalDate.parse(checked(text));
    }

    public static OffsetDateTime dateTime(CharSequence text) {
        return OffsetDateTime.parse(checked(text));
    }

    private static String checked(CharSequence text) {
        if (text.length() > MAX_LENGTH) {
            throw new ScriptError("not a valid date or time");
        }
        return text.toString();
    }
}
