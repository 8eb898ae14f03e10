package kith.metadata.expression;

import java.util.Optional;

/** How a value of one kind becomes one of another. */
final class Conversions {

    private Conversions() {}

    static Optional<String> hint(Kind given, Kind wanted) {
        return Optional.ofNullable(
                switch (wanted) {
                    case TEXT -> given == Kind.CHOICES ? null : "Write `text(…)` around the value.";
                    case NUMBER -> given == Kind.TEXT ? "Write `number(…)` around it." : null;
                    case BOOLEAN -> "Compare the value with something, e.g. `… == …`.";
                    case DATE ->
                            given == Kind.TEXT || given == Kind.DATE_TIME
                                    ? "Write `date(…)` around it."
                                    : null;
                    case DATE_TIME ->
                            given == Kind.TEXT || given == Kind.DATE
                                    ? "Write `dateTime(…)` around it."
                                    : null;
                    case REFERENCE, CHOICES -> null;
                });
    }
}
