package kith.metadata.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import kith.metadata.expression.Function.Group;
import kith.metadata.expression.Function.Nulls;
import org.jspecify.annotations.Nullable;

/** Choosing and comparing, and what only the write of a record knows. */
final class LogicFunctions {

    private static final String ONLY_IN_WRITES = "it is known only while the record is written";

    /** Answered by what is evaluated, not by its arguments. */
    static final String IS_NEW = "isNew";

    private static final String TIME = "dateTime('2026-01-01T08:00Z')";
    private static final String MIN_DATE = "min(date(2026, 2, 1), date(2026, 1, 1))";
    private static final String MAX_DATE = "max(date(2026, 2, 1), date(2026, 1, 1))";
    private static final String MIN_TIME = "min(dateTime('2026-01-01T08:01Z'), " + TIME + ")";
    private static final String MAX_TIME = "max(dateTime('2026-01-01T07:59Z'), " + TIME + ")";

    private LogicFunctions() {}

    static List<Function> all() {
        List<Function> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.BOOLEAN) {
                all.add(isMissing(kind));
            }
        }
        all.add(extreme("min", "The least.", Kind.NUMBER, "min(3, null, 2)", "2"));
        all.add(extreme("min", "The earliest.", Kind.DATE, MIN_DATE, "date(2026, 1, 1)"));
        all.add(extreme("min", "The earliest.", Kind.DATE_TIME, MIN_TIME, TIME));
        all.add(extreme("max", "The greatest.", Kind.NUMBER, "max(3, null, 2)", "3"));
        all.add(extreme("max", "The latest.", Kind.DATE, MAX_DATE, "date(2026, 2, 1)"));
        all.add(extreme("max", "The latest.", Kind.DATE_TIME, MAX_TIME, TIME));
        all.add(between(Kind.NUMBER, "between(5, 1, 5)"));
        all.add(
                between(
                        Kind.DATE,
                        "between(date(2026, 2, 1), date(2026, 1, 1), date(2026, 3, 1))"));
        all.add(between(Kind.DATE_TIME, "between(" + TIME + ", " + TIME + ", " + TIME + ")"));
        all.add(
                of("xor", "Whether one of two holds, and not both.")
                        .with("one", Kind.BOOLEAN)
                        .with("other", Kind.BOOLEAN)
                        .nulls(Nulls.TELL)
                        .example("xor(1 < 2, 2 < 1)", "true")
                        .gives(Kind.BOOLEAN, a -> a.flag(0) != a.flag(1)));
        all.add(
                of("includes", "Whether a value is among those that were chosen.")
                        .with("choices", Kind.CHOICES)
                        .text("value")
                        .gives(Kind.BOOLEAN, a -> a.choices(0).contains(a.text(1))));
        all.add(
                of("count", "How many values were chosen; 0 where none was.")
                        .with("choices", Kind.CHOICES)
                        .nulls(Nulls.TELL)
                        .gives(
                                Kind.NUMBER,
                                a -> BigDecimal.valueOf(a.isMissing(0) ? 0 : a.choices(0).size())));
        all.add(
                FunctionDraft.of(Group.RECORD, IS_NEW, "Whether the record is just being created.")
                        .notInSql(ONLY_IN_WRITES)
                        .gives(Kind.BOOLEAN, _ -> false));
        return all;
    }

    private static FunctionDraft of(String name, String description) {
        return FunctionDraft.of(Group.LOGIC, name, description);
    }

    private static Function isMissing(Kind kind) {
        FunctionDraft draft =
                of("isMissing", "Whether there is no value; of an empty list of choices, too.")
                        .with("value", kind)
                        .nulls(Nulls.TELL);
        return (kind == Kind.NUMBER ? draft.example("isMissing(1 / 0)", "true") : draft)
                .gives(
                        Kind.BOOLEAN,
                        a -> a.isMissing(0) || (kind == Kind.CHOICES && a.choices(0).isEmpty()));
    }

    private static Function extreme(
            String name, String description, Kind kind, String example, String result) {
        boolean isLeast = name.equals("min");
        return of(name, description)
                .with("value", kind)
                .andMore()
                .nulls(Nulls.SKIP)
                .example(example, result)
                .gives(kind, a -> extreme(a, kind, isLeast));
    }

    private static @Nullable Object extreme(Arguments arguments, Kind kind, boolean isLeast) {
        Comparator<Object> order = (one, other) -> Values.compare(kind, one, other);
        return IntStream.range(0, arguments.count())
                .mapToObj(arguments::value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(isLeast ? order : order.reversed())
                .orElse(null);
    }

    private static Function between(Kind kind, String example) {
        return of("between", "Whether a value lies between two others, or is one of them.")
                .with("value", kind)
                .with("low", kind)
                .with("high", kind)
                .example(example, "true")
                .gives(
                        Kind.BOOLEAN,
                        a -> compare(kind, a, 0, 1) >= 0 && compare(kind, a, 0, 2) <= 0);
    }

    private static int compare(Kind kind, Arguments arguments, int one, int other) {
        return Values.compare(
                kind,
                Objects.requireNonNull(arguments.value(one)),
                Objects.requireNonNull(arguments.value(other)));
    }
}
