package kith.runtime.value;

import java.util.HexFormat;
import java.util.UUID;

/** Reads ids of records. */
final class IdValues {

    private static final int LENGTH = 36;

    private IdValues() {}

    static Coercion id(Object raw) {
        return switch (raw) {
            case UUID id -> new Coercion.Accepted(id);
            case String text when isCanonical(text) -> new Coercion.Accepted(UUID.fromString(text));
            case String _ ->
                    Coercion.refused(
                            ValueProblem.ID_MALFORMED,
                            "This is not an id",
                            "Ids are UUIDs, e.g. 01980c5e-6f3a-7c55-8f0e-2b7a6f3d9b11");
            default -> new Coercion.Refused(FieldValues.wrongType(raw, "an id"));
        };
    }

    /** Eight, four, four, four and twelve hexadecimal digits; {@link UUID} takes others as well. */
    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int index = 0; index < LENGTH; index++) {
            char letter = text.charAt(index);
            boolean isRight =
                    switch (index) {
                        case 8, 13, 18, 23 -> letter == '-';
                        default -> HexFormat.isHexDigit(letter);
                    };
            if (!isRight) {
                return false;
            }
        }
        return true;
    }
}
