package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /** The same where it is known to which records a row has to refer. */
    private static final int STEPS_TO_REFERENCED = 80;

    private static final int LARGEST_PAGE = 250;

    /** So many matches of an indexed value are sorted sooner than found on a walk. */
    private static final int FEW = 100;

    /** Referenced records, for each one that the page wants, whose records are sorted sooner. */
    private static final int FEW_REFERENCED = 10;

    boolean isWorthwhile(int limit) {
        return limit <= LARGEST_PAGE
                && !candidates.isOfOneRecord()
                && !list.source().withDeleted()
                && !FilterTraits.isTrivial(list.filter())
                && !FilterTraits.namesRecords(list.filter())
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
        return FilterTraits.referenced(list.filter())
                .map(through -> throughReferenced(columns, limit, rows, through))
                .orElseGet(() -> alone(columns, limit, rows));
    }

    private Sql alone(List<Sql> columns, int limit, Rows rows) {
        Rows ahead =
                seed(list.source(), list.filter())
                        .map(seed ->
                                candidates.and(Sql.of("{} = {}", count(seed), Sql.number(FEW))))
                        .orElse(candidates);
        Sql walk =
                walk(
                        columns,
                        limit,
                        STEPS,
                        ahead,
                        walked ->
                                ConditionRenderer.stepwise(tables).enclosed(list.filter(), walked));
        return Sql.of(
                "with {} as materialized ({}) {} union all ({})",
                walked(),
                walk,
                fullWalk(columns, limit),
                page(columns, limit, rows.and(isTooShort(limit))));
    }

    /**
     * The records that a reference may lead to are looked for first. Where they are few, those that
     * refer to them are sorted: PostgreSQL would walk, and without a bound. Otherwise the walk asks
     * for each record whether it refers to one of them, or looks it up where they were too many.
     */
    private Sql throughReferenced(
            List<Sql> columns, int limit, Rows rows, Condition.Through through) {
        Condition rest = FilterTraits.without(list.filter(), through);
        Sql seeds = Sql.of("s{}", Sql.number(row.number()));
        Sql counted = Sql.of("c{}", Sql.number(row.number()));
        Sql count = Sql.of("(select {}.n from {})", counted, counted);
        Sql all = Sql.of("select {}.id from {}", seeds, seeds);
        long most = (long) limit * STEPS;
        long few = Math.min(most, Math.max(FEW, (long) limit * FEW_REFERENCED));
        Row other = tables.row();
        Rows referenced =
                new ConditionRenderer(tables)
                        .matching(tables.records(other, through.target()), through.part(), other);
        Sql areFew = Sql.of("{} < {}", count, Sql.number(few));
        Sql areMore = Sql.of("{} >= {}", count, Sql.number(few));
        Rows ofFew =
                new ConditionRenderer(tables)
                        .matching(candidates, rest, row)
                        .and(areFew)
                        .and(
                                Sql.of(
                                        "{} = any(array({}))",
                                        FieldColumn.of(row::inner, through.reference()),
                                        all));
        Sql walk =
                walk(
                        columns,
                        limit,
                        STEPS_TO_REFERENCED,
                        candidates.and(areMore),
                        walked -> {
                            ConditionRenderer step = ConditionRenderer.stepwise(tables);
                            return Sql.of(
                                    "case when {} < {} then {} in ({}) else {} end and {}",
                                    count,
                                    Sql.number(most),
                                    FieldColumn.of(walked::inner, through.reference()),
                                    all,
                                    step.render(through, walked),
                                    step.enclosed(rest, walked));
                        });
        return Sql.of(
                "with {} as materialized (select {} {} limit {}), {} as materialized (select"
                        + " count(*) as n from {}), {} as materialized ({}) {} union all ({})"
                        + " union all ({})",
                seeds,
                other.inner("id"),
                referenced.clauses(),
                Sql.number(most),
                counted,
                seeds,
                walked(),
                walk,
                fullWalk(columns, limit),
                page(columns, limit, ofFew),
                page(columns, limit, rows.and(areMore).and(isTooShort(limit))));
    }

    private Sql walked() {
        return Sql.of("w{}", Sql.number(row.number()));
    }

    private Sql found() {
        return Sql.of("(select count(*) from {})", walked());
    }

    private Sql fullWalk(List<Sql> columns, int limit) {
        return Sql.of(
                "(select {} from {} {} where {} = {})",
                Sql.join(", ", columns),
                walked(),
                row.alias(),
                found(),
                Sql.number(limit));
    }

    private Sql isTooShort(int limit) {
        return Sql.of("{} < {}", found(), Sql.number(limit));
    }

    private Sql page(List<Sql> columns, int limit, Rows rows) {
        return new PageRenderer(row, rows, ordering, position)
                .render(columns, list.filter(), limit);
    }

    /**
     * The records found on the way.
     *
     * @param steps rows that are looked at for each one that the page wants
     * @param rows to walk along
     * @param condition on each of them
     */
    private Sql walk(
            List<Sql> columns, int limit, int steps, Rows rows, Function<Row, Sql> condition) {
        Row walked = row.picking();
        Sql kept = condition.apply(walked);
        Sql terms = terms(walked);
        Rows ahead = behind(present(rows));
        return Sql.of(
                "select {} from (select {} {} order by {} limit {}) {} where {} order by {} limit"
                        + " {}",
                Sql.join(", ", columns),
                Sql.join(", ", walked.usedColumns()),
                ahead.clauses(),
                terms,
                Sql.number((long) limit * steps),
                row.alias(),
                kept,
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

    private static Sql count(Rows seed) {
        return Sql.of(
                "(select count(*) from (select 1 {} limit {}) s)", seed.clauses(), Sql.number(FEW));
    }

    /** The records, here or behind a reference, that an index finds by a value of the filter. */
    private Optional<Rows> seed(Source source, Condition filter) {
        return switch (filter) {
            case Condition.All(var parts) ->
                    parts.stream()
                            .map(part -> seed(source, part))
                            .flatMap(Optional::stream)
                            .findFirst();
            case Condition.Compare _ ->
                    FilterTraits.hasIndex(filter)
                            ? Optional.of(records(source, filter))
                            : Optional.empty();
            case Condition.OneOf _ ->
                    FilterTraits.hasIndex(filter)
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
        return RecordTable.of(list.source().object()).isDedicated()
                && FilterTraits.comparesOwn(list.filter());
    }
}
