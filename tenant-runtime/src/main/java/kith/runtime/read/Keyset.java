package kith.runtime.read;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.runtime.read.Ordering.SortKey;
import kith.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;

/** The condition that a record lies behind a position of an order. */
record Keyset(Ordering ordering, CursorPosition position, Row row) {

    /** For any order: behind in the first key, or equal in it and behind in the next, and so on. */
    Sql behind() {
        return behind(0, true);
    }

    /** The same among records that have a value in the first key. */
    Sql behindInValues() {
        return behind(0, false);
    }

    /** The same among records that have none in the first key. */
    Sql behindInMissing() {
        return behind(1, true);
    }

    private Sql behind(int from, boolean firstMayMiss) {
        List<Sql> ways = new ArrayList<>();
        List<Sql> equal = new ArrayList<>();
        for (int index = from; index < ordering.keys().size(); index++) {
            SortKey key = ordering.keys().get(index);
            Object value = position.values().get(index);
            if (value != null || !key.isNullsLast()) {
                ways.add(with(equal, behind(key, value, firstMayMiss || index > 0)));
            }
            equal.add(equal(key, value));
        }
        ways.add(with(equal, behindInId()));
        return ways.size() == 1 ? ways.getFirst() : Sql.of("({})", Sql.join(" or ", ways));
    }

    /** For a single key where no value is missing: one range of an index. */
    Sql behindInRange() {
        SortKey key = ordering.keys().getFirst();
        Object value = position.values().getFirst();
        if (value == null) {
            throw new IllegalStateException("There is no value to begin behind");
        }
        return Sql.of(
                "({}, {}) {} ({}, {})",
                key.inner(),
                row.inner("id"),
                beyond(key.isDescending()),
                bind(key, value),
                Sql.bind(position.id()));
    }

    /** Where the first key alone lets an index begin. */
    Sql notBeforeFirst() {
        SortKey key = ordering.keys().getFirst();
        Object value = position.values().getFirst();
        if (value == null) {
            throw new IllegalStateException("There is no value to begin at");
        }
        return Sql.of("{} {}= {}", key.inner(), beyond(key.isDescending()), bind(key, value));
    }

    /** Among records that are equal in all keys. */
    Sql behindInId() {
        return Sql.of(
                "{} {} {}",
                row.inner("id"),
                beyond(ordering.plan().isIdDescending()),
                Sql.bind(position.id()));
    }

    private static Sql with(List<Sql> equal, Sql last) {
        if (equal.isEmpty()) {
            return last;
        }
        return Sql.of("({} and {})", Sql.join(" and ", equal), last);
    }

    private static Sql equal(SortKey key, @Nullable Object value) {
        return value == null
                ? Sql.of("{} is null", key.inner())
                : Sql.of("{} = {}", key.inner(), bind(key, value));
    }

    private static Sql behind(SortKey key, @Nullable Object value, boolean mayMiss) {
        if (value == null) {
            return Sql.of("{} is not null", key.inner());
        }
        Sql beyond = Sql.of("{} {} {}", key.inner(), beyond(key.isDescending()), bind(key, value));
        return mayMiss && key.isNullable() && key.isNullsLast()
                ? Sql.of("({} or {} is null)", beyond, key.inner())
                : beyond;
    }

    private static Sql beyond(boolean isDescending) {
        return isDescending ? Sql.text("<") : Sql.text(">");
    }

    private static Sql bind(SortKey key, Object value) {
        return switch (key.form()) {
            case TEXT, PLAIN -> Sql.bind((String) value);
            case SCALED -> Sql.bind((Long) value);
            case EXACT -> Sql.bind((BigDecimal) value);
            case DATE -> Sql.bind((LocalDate) value);
            case MOMENT -> Sql.bind((Instant) value);
            case FLAG -> Sql.bind((Boolean) value);
            case ID -> Sql.bind((UUID) value);
            case LIST, OBJECT -> throw new IllegalArgumentException("Such values have no order");
        };
    }
}
