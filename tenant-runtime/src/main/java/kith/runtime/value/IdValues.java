package kith.runtime.value;

import java.util.UUID;
import java.util.regex.Pattern;

/** Reads ids of records. */
final class IdValues {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private IdValues() {}

    static Coercion id(Object raw) {
        return switch (raw) {
            case UUID id -> new Coercion.Accepted(id);
            case String text when CANONICAL.matcher(text).matches() ->
                    new Coercion.Accepted(UUID.fromString(text));
            case String _ ->
                    Coercion.refused(
                            ValueProblem.ID_MALFORMED,
                            "This is not an id",
                            "Ids are UUIDs, e.g. 01980c5e-6f3a-7c55-8f0e-2b7a6f3d9b11");
            default -> new Coercion.Refused(FieldValues.wrongType(raw, "an id"));
        };
    }
}
