package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.runtime.read.Ordering.SortKey;
import kith.runtime.sql.Sql;

/**
 * The rows of one page in their order. Indexes of nullable slots leave missing values out, so a
 * list that is sorted by such a slot first reads the range of values and then, only where the page
 * is not full, the records without one (or the other way round).
 */
record PageRenderer(Row row, Rows rows, Ordering ordering, Optional<CursorPosition> position) {

    /** The select of a page. */
    Sql render(List<Sql> columns, Condition filter, int limit) {
        return isRanged() ? ranged(columns, filter, limit) : whole(columns, limit);
    }

    private boolean isRanged() {
        return !rows.isOfOneRecord()
                && ordering.joins().isEmpty()
                && !ordering.keys().isEmpty()
                && ordering.keys().getFirst().isNullable()
                && FieldColumn.isIndexed(ordering.keys().getFirst().key().field());
    }

    private Sql whole(List<Sql> columns, int limit) {
        Rows joined = rows.joining(ordering.joins());
        Rows behind = position.map(at -> joined.and(behind(at))).orElse(joined);
        return select(columns, behind, ordering.terms(row), limit);
    }

    private Sql behind(CursorPosition at) {
        Keyset keyset = new Keyset(ordering, at, row);
        boolean isOneRange =
                ordering.keys().size() == 1 && !ordering.keys().getFirst().isNullable();
        return isOneRange ? keyset.behindInRange() : keyset.behind();
    }

    private Sql ranged(List<Sql> columns, Condition filter, int limit) {
        SortKey key = ordering.keys().getFirst();
        boolean isBehindValue = position.isPresent() && position.get().values().getFirst() != null;
        boolean isBehindMissing = position.isPresent() && !isBehindValue;
        boolean readsPresent = !(key.isNullsLast() && isBehindMissing);
        boolean isMissingPassed = !key.isNullsLast() && isBehindValue;
        List<Sql> ranges = new ArrayList<>();
        if (readsPresent) {
            ranges.add(present(columns, key, isBehindValue, limit));
        }
        if (!isMissingPassed && !(readsPresent && isPresenceSure(filter, key))) {
            ranges.add(missing(columns, key, isBehindMissing, limit));
        }
        List<Sql> inOrder = key.isNullsLast() ? ranges : ranges.reversed();
        if (inOrder.size() == 1) {
            return inOrder.getFirst();
        }
        return Sql.of(
                "({}) union all ({}) limit {}",
                inOrder.getFirst(),
                inOrder.getLast(),
                Sql.number(limit));
    }

    private Sql present(List<Sql> columns, SortKey key, boolean isBehindValue, int limit) {
        Rows valued = rows.and(Sql.of("{} is not null", key.inner()));
        Sql direction = key.isDescending() ? Sql.of("{} desc", key.inner()) : key.inner();
        return select(
                columns,
                isBehindValue ? valued.and(behindInValues()) : valued,
                Sql.of("{}, {}", direction, laterTerms()),
                limit);
    }

    private Sql behindInValues() {
        Keyset keyset = new Keyset(ordering, position.orElseThrow(), row);
        return ordering.keys().size() == 1
                ? keyset.behindInRange()
                : Sql.of("{} and {}", keyset.notBeforeFirst(), keyset.behindInValues());
    }

    private Sql missing(List<Sql> columns, SortKey key, boolean isBehindMissing, int limit) {
        Rows missing = rows.and(Sql.of("{} is null", key.inner()));
        Rows behind =
                isBehindMissing
                        ? missing.and(
                                new Keyset(ordering, position.orElseThrow(), row).behindInMissing())
                        : missing;
        return select(columns, behind, laterTerms(), limit);
    }

    /** The order among records that are equal in the first key. */
    private Sql laterTerms() {
        List<Sql> terms = new ArrayList<>();
        ordering.keys().stream().skip(1).map(SortKey::term).forEach(terms::add);
        terms.add(ordering.idTerm(row));
        return Sql.join(", ", terms);
    }

    /** Whether the filter itself leaves out records without a value. */
    private static boolean isPresenceSure(Condition filter, SortKey key) {
        return switch (filter) {
            case Condition.All(var parts) ->
                    parts.stream().anyMatch(part -> isPresenceSure(part, key));
            case Condition.Compare(var field, var _, var _) -> field.equals(key.key().field());
            case Condition.OneOf(var field, var _) -> field.equals(key.key().field());
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }

    private static Sql select(List<Sql> columns, Rows rows, Sql order, int limit) {
        return Sql.of(
                "select {} {} order by {} limit {}",
                Sql.join(", ", columns),
                rows.clauses(),
                order,
                Sql.number(limit));
    }
}
