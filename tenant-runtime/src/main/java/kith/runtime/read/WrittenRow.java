package kith.runtime.read;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;

/**
 * The answer about a record that is made of the row which the writing statement itself returns.
 *
 * @param alias of the written row, also within the statement that returns it
 * @param columns of that row that the answer uses
 * @param json the answer's expression
 */
public record WrittenRow(Sql alias, List<Sql> columns, Sql json) {

    public WrittenRow {
        columns = List.copyOf(columns);
    }

    /**
     * Empty where the answer may need a row as the statement leaves it, which only a later one
     * sees.
     */
    static Optional<WrittenRow> of(ReadPlan.Several plan, int tenant) {
        if (!(plan.source().rows() instanceof RowFilter.Everything)
                || !isOfRow(plan.record(), plan.source().object())) {
            return Optional.empty();
        }
        Tables tables = new Tables(tenant);
        Row row = tables.row();
        Sql json = new RecordRenderer(tables).render(plan.record(), row);
        return Optional.of(new WrittenRow(row.alias(), row.usedColumns(), json));
    }

    private static boolean isOfRow(RecordPlan plan, ObjectType written) {
        return plan.items().stream()
                .allMatch(item ->
                        switch (item) {
                            case RecordPlan.Value _,
                                    RecordPlan.Constant _,
                                    RecordPlan.ConstantBeside _ ->
                                    true;
                            case RecordPlan.ToOne(var _, var _, var target, var record) ->
                                    isAlike(target, written) && isOfRow(record, written);
                            case RecordPlan.ToAny any ->
                                    any.targets().stream()
                                            .allMatch(target ->
                                                    isAlike(target.source(), written)
                                                            && isOfRow(target.record(), written));
                            case RecordPlan.History _, RecordPlan.ToMany _ -> false;
                        });
    }

    /** Whether it is told alike of to all who may do the same, be it before or after the write. */
    private static boolean isAlike(Source target, ObjectType written) {
        return target.object().key() != written.key()
                && !(target.rows() instanceof RowFilter.Shared);
    }

    /**
     * A value in a column as history and change stream keep it, which differs from an answer in
     * that every number is a text.
     */
    public static Sql value(Sql column, Field field) {
        return switch (ValueForm.of(field)) {
            case TEXT, DATE, ID -> column;
            case FLAG -> Sql.of("coalesce({}, false)", column);
            case SCALED -> FieldJson.decimal(column, field);
            case MOMENT -> FieldJson.moment(column);
            case OBJECT -> FieldJson.ofValue(column, field);
            case EXACT, PLAIN, LIST ->
                    throw new IllegalArgumentException(field.name() + " has no column");
        };
    }
}
