package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.runtime.sql.Sql;

/**
 * The JSON object of a record. Everything that hangs on a record is a sub-select beside its
 * columns: PostgreSQL then looks it up for the records of the page and for no others, whatever it
 * believes the page to hold.
 */
final class RecordRenderer {

    private final Tables tables;
    private final ListRenderer lists;

    RecordRenderer(Tables tables) {
        this.tables = tables;
        this.lists = new ListRenderer(tables, this);
    }

    ListRenderer lists() {
        return lists;
    }

    Sql render(RecordPlan plan, Row row) {
        JsonObject object = new JsonObject();
        for (RecordPlan.Item item : plan.items()) {
            if (isOfEveryObject(item)) {
                object.add(item.key(), item(item, row));
            } else {
                object.addShown(item.key(), item(item, row));
            }
        }
        return object.sql();
    }

    private static boolean isOfEveryObject(RecordPlan.Item item) {
        return switch (item) {
            case RecordPlan.Value(var _, var field) -> field.isSystem();
            case RecordPlan.ToOne(var _, var reference, var _, var _) -> reference.isSystem();
            case RecordPlan.Constant _, RecordPlan.History _ -> true;
            case RecordPlan.ConstantBeside _, RecordPlan.ToAny _, RecordPlan.ToMany _ -> false;
        };
    }

    private Sql item(RecordPlan.Item item, Row row) {
        return switch (item) {
            case RecordPlan.Value(var _, var field) -> FieldJson.of(row, field);
            case RecordPlan.Constant(var _, var text) -> Sql.shown(text);
            case RecordPlan.ConstantBeside(var _, var field, var text) -> beside(field, text, row);
            case RecordPlan.ToOne(var _, var reference, var target, var record) -> {
                Row other = tables.row();
                Sql id = FieldColumn.of(row, reference);
                yield Sql.of(
                        "(select {} {})",
                        render(record, other),
                        tables.target(other, target, id).clauses());
            }
            case RecordPlan.ToAny any -> ofAny(any, row);
            case RecordPlan.History(var _, var history) ->
                    new HistoryRenderer(tables, this, history).render(row.column("id"));
            case RecordPlan.ToMany(var _, var relation, var list) -> {
                Row other = tables.row();
                Sql id = row.column("id");
                yield lists.render(list, other, tables.related(other, list.source(), relation, id));
            }
        };
    }

    /** Each record is looked up among those of its own object alone. */
    private Sql ofAny(RecordPlan.ToAny any, Row row) {
        Sql id = FieldColumn.of(row, any.reference());
        List<Sql> cases = new ArrayList<>();
        for (RecordPlan.Target target : any.targets()) {
            cases.add(
                    Sql.of(
                            "when {} then {}",
                            Sql.number(target.source().object().key()),
                            ofTarget(target, id)));
        }
        return Sql.of(
                "case {} {} end", FieldColumn.of(row, any.targetObject()), Sql.join(" ", cases));
    }

    private Sql ofTarget(RecordPlan.Target target, Sql id) {
        Row other = tables.row();
        return Sql.of(
                "(select {} {})",
                render(target.record(), other),
                tables.target(other, target.source(), id).clauses());
    }

    private static Sql beside(Field field, String text, Row row) {
        return Sql.of(
                "case when {} is not null then {} end",
                FieldColumn.of(row, field),
                Sql.constant(text));
    }
}
