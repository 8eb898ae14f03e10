package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;

/**
 * Conditions as SQL that is true where they hold.
 *
 * @param isStepwise whether each row is looked at by itself, in the order in which rows come,
 *     rather than joined with others
 * @param isInside whether the rows are looked at for the sake of others
 */
record ConditionRenderer(Tables tables, boolean isStepwise, boolean isInside) {

    ConditionRenderer(Tables tables) {
        this(tables, false, false);
    }

    static ConditionRenderer stepwise(Tables tables) {
        return new ConditionRenderer(tables, true, false);
    }

    private ConditionRenderer inside() {
        return new ConditionRenderer(tables, isStepwise, true);
    }

    Sql render(Condition condition, Row row) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.isEmpty() ? Sql.text("true") : all(parts, row);
            case Condition.Any(var parts) ->
                    parts.isEmpty() ? Sql.text("false") : anyOf(parts, row);
            case Condition.Not(var part) -> Sql.of("({}) is not true", render(part, row));
            case Condition.Compare(var field, var operator, var value) ->
                    Comparison.of(FieldColumn.of(row::inner, field), field, operator, value);
            case Condition.OneOf(var field, var values) -> Membership.of(row::inner, field, values);
            case Condition.Missing(var field) -> missing(field, row);
            case Condition.Through(var reference, var target, var part) -> {
                Row other = tables.row();
                Sql id = FieldColumn.of(row::inner, reference);
                yield isStepwise
                        ? step(other, target, id, part)
                        : exists(inside().matching(tables.target(other, target, id), part, other));
            }
            case Condition.Related related -> related(related, row);
        };
    }

    private Sql all(List<Condition> parts, Row row) {
        return Sql.join(" and ", parts.stream().map(part -> enclosed(part, row)).toList());
    }

    private Sql anyOf(List<Condition> parts, Row row) {
        return Sql.join(" or ", parts.stream().map(part -> enclosed(part, row)).toList());
    }

    /** In parentheses where operators could otherwise bind across parts. */
    Sql enclosed(Condition condition, Row row) {
        Sql sql = render(condition, row);
        return switch (condition) {
            case Condition.All(var parts) -> parts.size() > 1 ? Sql.of("({})", sql) : sql;
            case Condition.Any(var parts) -> parts.isEmpty() ? sql : Sql.of("({})", sql);
            case Condition.Not _,
                    Condition.Compare _,
                    Condition.OneOf _,
                    Condition.Missing _,
                    Condition.Through _,
                    Condition.Related _ ->
                    sql;
        };
    }

    private Sql related(Condition.Related related, Row row) {
        return switch (related.quantifier()) {
            case SOME -> exists(among(related, related.part(), row));
            case NONE -> none(related, related.part(), row);
            case EVERY -> none(related, new Condition.Not(related.part()), row);
        };
    }

    /**
     * That none is there never leads from one record to another, so nothing is gained by a join;
     * and where PostgreSQL does not know how many records there are, it joins all with all.
     */
    private Sql none(Condition.Related related, Condition part, Row row) {
        boolean isOneByOne = isStepwise || isInside || isLinked(related);
        if (!isOneByOne) {
            return Sql.of("not {}", exists(among(related, part, row)));
        }
        ConditionRenderer each = stepwise(tables);
        return Sql.of("({} is not true)", each.any(each.among(related, part, row)));
    }

    private static boolean isLinked(Condition.Related related) {
        return switch (related.relation().direction()) {
            case CHILDREN -> false;
            case LINKED, LINKED_BACK -> true;
        };
    }

    /** The related records that match; step by step each is looked up by the link to it. */
    private Rows among(Condition.Related related, Condition part, Row row) {
        Row other = tables.row();
        Sql id = row.inner("id");
        if (isStepwise && isLinked(related)) {
            Tables.Links links = tables.links(related.relation(), id);
            return links.rows().and(step(other, related.target(), links.far(), part));
        }
        Rows rows = tables.related(other, related.target(), related.relation(), id);
        return inside().matching(rows, part, other);
    }

    Rows matching(Rows rows, Condition condition, Row row) {
        boolean isAlways = condition instanceof Condition.All(var parts) && parts.isEmpty();
        return isAlways ? rows : rows.and(enclosed(condition, row));
    }

    /** What stands in a select list is never turned into a join. */
    private Sql exists(Rows rows) {
        return isStepwise
                ? Sql.of("({} is true)", any(rows))
                : Sql.of("exists (select 1 {})", rows.clauses());
    }

    /** The id finds the record, no index of what is asked of it does. */
    private Sql step(Row row, Source target, Sql id, Condition part) {
        return Sql.of(
                "((select {} and {} {}) is true)",
                tables.isSeen(row, target),
                enclosed(part, row),
                tables.withId(row, target, id).clauses());
    }

    private Sql any(Rows rows) {
        return Sql.of("(select true {} limit 1)", rows.clauses());
    }

    static Sql missing(Field field, Row row) {
        Sql column = FieldColumn.of(row::inner, field);
        return switch (ValueForm.of(field)) {
            case TEXT, SCALED, EXACT, DATE, MOMENT, ID, OBJECT, PLAIN ->
                    Sql.of("{} is null", column);
            case FLAG -> Sql.text("false");
            case LIST -> Sql.of("coalesce({}, '[]') = '[]'::jsonb", column);
        };
    }
}
