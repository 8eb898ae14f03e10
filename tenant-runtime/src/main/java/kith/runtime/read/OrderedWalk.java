package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.metadata.field.FieldType;
import kith.runtime.read.Ordering.SortKey;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/**
 * A page of a filtered list, tried first by walking along the index of its order until the page is
 * full. PostgreSQL knows too little of one tenant's values to choose: it would rather sort all that
 * match, be it half of the records. The walk is short where many match, and bounded where few do;
 * then, and where an index tells beforehand that few match, the page is read as any other. So
 * neither way ever costs much more than the better one.
 */
record OrderedWalk(
        Tables tables,
        ListPlan list,
        Row row,
        Rows candidates,
        Ordering ordering,
        Optional<CursorPosition> position) {

    /** Rows that are looked at for each one that the page wants. */
    private static final int STEPS = 40;

    private static final int LARGEST_PAGE = 250;

    /** So many matches of an indexed value are sorted sooner than found on a walk. */
    private static final int FEW = 100;

    boolean isWorthwhile(int limit) {
        return limit <= LARGEST_PAGE
                && !candidates.isOfOneRecord()
                && !list.source().withDeleted()
                && !isTrivial(list.filter())
                && !namesRecords(list.filter())
                && !mayHaveIndex()
                && ordering.joins().isEmpty()
                && !ordering.keys().isEmpty()
                && isIndexed(ordering.keys().getFirst())
                && !isBehindMissing();
    }

    /**
     * The select of a page.
     *
     * @param rows that match the filter
     */
    Sql render(List<Sql> columns, int limit, Rows rows) {
        Sql name = Sql.of("w{}", Sql.number(row.number()));
        Sql found = Sql.of("(select count(*) from {})", name);
        Sql full = Sql.number(limit);
        Rows others = rows.and(Sql.of("{} < {}", found, full));
        return Sql.of(
                "with {} as materialized ({}) (select {} from {} {} where {} = {}) union all ({})",
                name,
                walk(columns, limit),
                Sql.join(", ", columns),
                name,
                row.alias(),
                found,
                full,
                new PageRenderer(row, others, ordering, position)
                        .render(columns, list.filter(), limit));
    }

    private Sql walk(List<Sql> columns, int limit) {
        Row walked = row.picking();
        Sql condition = new ConditionRenderer(tables, true).enclosed(list.filter(), walked);
        Sql terms = terms(walked);
        Rows ahead = gated(behind(present(candidates)));
        return Sql.of(
                "select {} from (select {} {} order by {} limit {}) {} where {} order by {} limit"
                        + " {}",
                Sql.join(", ", columns),
                Sql.join(", ", walked.usedColumns()),
                ahead.clauses(),
                terms,
                Sql.number((long) limit * STEPS),
                row.alias(),
                condition,
                terms,
                Sql.number(limit));
    }

    /** Missing values come last or not at all, so the order needs no word on them. */
    private Sql terms(Row walked) {
        List<Sql> terms = new ArrayList<>();
        for (int index = 0; index < ordering.keys().size(); index++) {
            SortKey key = ordering.keys().get(index);
            Sql value = FieldColumn.sortable(walked::inner, key.key().field());
            terms.add(index == 0 ? direction(key, value) : key.term(value));
        }
        terms.add(ordering.idTerm(walked));
        return Sql.join(", ", terms);
    }

    private static Sql direction(SortKey key, Sql value) {
        return key.isDescending() ? Sql.of("{} desc", value) : value;
    }

    private Rows present(Rows rows) {
        SortKey first = ordering.keys().getFirst();
        return first.isNullable() ? rows.and(Sql.of("{} is not null", first.inner())) : rows;
    }

    private Rows behind(Rows rows) {
        if (position.isEmpty()) {
            return rows;
        }
        Keyset keyset = new Keyset(ordering, position.get(), row);
        return ordering.keys().size() == 1
                ? rows.and(keyset.behindInRange())
                : rows.and(keyset.notBeforeFirst()).and(keyset.behindInValues());
    }

    /** Where few records hold a value that the filter asks for, nothing is walked. */
    private Rows gated(Rows rows) {
        return seed(list.source(), list.filter())
                .map(seed ->
                        rows.and(
                                Sql.of(
                                        "(select count(*) from (select 1 {} limit {}) s) = {}",
                                        seed.clauses(),
                                        Sql.number(FEW),
                                        Sql.number(FEW))))
                .orElse(rows);
    }

    /** The records, here or behind a reference, that an index finds by a value of the filter. */
    private Optional<Rows> seed(Source source, Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) ->
                    parts.stream()
                            .map(part -> seed(source, part))
                            .flatMap(Optional::stream)
                            .findFirst();
            case Condition.Compare(var field, var operator, var _) ->
                    operator == Predicate.Operator.EQ && FieldColumn.isIndexed(field)
                            ? Optional.of(records(source, filter))
                            : Optional.empty();
            case Condition.OneOf(var field, var _) ->
                    FieldColumn.isIndexed(field)
                            ? Optional.of(records(source, filter))
                            : Optional.empty();
            case Condition.Through(var _, var target, var part) -> seed(target, part);
            case Condition.Any _, Condition.Not _, Condition.Missing _, Condition.Related _ ->
                    Optional.empty();
        };
    }

    private Rows records(Source source, Condition condition) {
        Row other = tables.row();
        return new ConditionRenderer(tables)
                .matching(tables.records(other, source), condition, other);
    }

    private static boolean isIndexed(SortKey key) {
        return FieldColumn.isIndexed(key.key().field()) && (!key.isNullable() || key.isNullsLast());
    }

    private boolean isBehindMissing() {
        return position.isPresent() && position.get().values().getFirst() == null;
    }

    /**
     * Of a table of its own PostgreSQL knows the values, and an index may begin with the one that
     * is asked for and go on in the order of the list.
     */
    private boolean mayHaveIndex() {
        return RecordTable.of(list.source().object()).isDedicated() && comparesOwn(list.filter());
    }

    private static boolean comparesOwn(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.stream().anyMatch(OrderedWalk::comparesOwn);
            case Condition.Compare(var _, var operator, var _) -> operator == Predicate.Operator.EQ;
            case Condition.OneOf _ -> true;
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }

    private static boolean isTrivial(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.isEmpty();
            case Condition.Any(var parts) -> parts.isEmpty();
            case Condition.Not _,
                    Condition.Compare _,
                    Condition.OneOf _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }

    /** Few records are asked for by their ids. */
    private static boolean namesRecords(Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) -> parts.stream().anyMatch(OrderedWalk::namesRecords);
            case Condition.Compare(var field, var operator, var _) ->
                    operator == Predicate.Operator.EQ && field.type() instanceof FieldType.Id;
            case Condition.OneOf(var field, var _) -> field.type() instanceof FieldType.Id;
            case Condition.Any _,
                    Condition.Not _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    false;
        };
    }
}
