package kith.runtime.value;

import java.util.OptionalInt;

/** Reads text. Lengths count code points, as people count characters. */
final class TextValues {

    private TextValues() {}

    /** One line: no control characters at all. */
    static Coercion line(Object raw, int maxLength) {
        return raw instanceof String text
                ? checked(text, maxLength, /* mayBreak= */ false)
                : new Coercion.Refused(FieldValues.wrongType(raw, "a text"));
    }

    /** Several lines: breaks, always stored as a line feed, and tabs are fine. */
    static Coercion lines(Object raw, int maxLength) {
        return raw instanceof String text
                ? checked(text.replace("\r\n", "\n"), maxLength, /* mayBreak= */ true)
                : new Coercion.Refused(FieldValues.wrongType(raw, "a text"));
    }

    private static Coercion checked(String text, int maxLength, boolean mayBreak) {
        OptionalInt refused =
                text.codePoints().filter(point -> isRefused(point, mayBreak)).findFirst();
        if (refused.isPresent()) {
            return Coercion.refused(
                    ValueProblem.TEXT_CHARACTER_REFUSED,
                    "The text contains the character U+%04X, which cannot be kept"
                            .formatted(refused.getAsInt()));
        }
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            return Coercion.refused(
                    ValueProblem.TEXT_TOO_LONG,
                    "The text has %,d characters; at most %,d fit".formatted(length, maxLength));
        }
        return new Coercion.Accepted(text);
    }

    private static boolean isRefused(int point, boolean mayBreak) {
        if (mayBreak && (point == '\n' || point == '\t')) {
            return false;
        }
        // A lone surrogate has no UTF-8 form.
        return Character.isISOControl(point)
                || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }
}
