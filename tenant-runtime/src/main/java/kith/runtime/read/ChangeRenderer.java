package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kith.runtime.sql.Sql;

/**
 * The JSON object of a change, which stands under the alias {@code c} beside its stream {@code s}.
 *
 * @param kind what the change is to the reader
 * @param whole the record of the change as it is now
 */
record ChangeRenderer(
        Tables tables,
        RecordRenderer records,
        ReadableFields fields,
        Sql kind,
        Function<ChangePlan.Whole, Sql> whole) {

    /** What the change was when it was made. */
    static final Sql KIND =
            Sql.text(
                    "case c.kind when 'CREATE' then 'CREATED' when 'UPDATE' then 'UPDATED'"
                            + " when 'DELETE' then 'DELETED' when 'RESTORE' then 'RESTORED'"
                            + " when 'DESTROY' then 'DESTROYED' end");

    private static final String VALUES =
            """
            (select coalesce(json_agg({} order by f.n), '[]'::json) from jsonb_each(c.changes) e \
            join unnest({}, {}) with ordinality f (id, name, n) on f.id = e.key)\
            """;

    Sql render(ChangePlan plan, List<Source> sources) {
        JsonObject object = new JsonObject();
        plan.items().forEach(item -> object.add(item.key(), item(item, sources)));
        return object.sql();
    }

    private Sql item(ChangePlan.Item item, List<Source> sources) {
        return switch (item) {
            case ChangePlan.Told(var _, var fact) -> fact(fact, sources);
            case ChangePlan.Text(var _, var text) -> Sql.constant(text);
            case ChangePlan.Actor(var _, var users, var record) -> {
                Row row = tables.row();
                yield Sql.of(
                        "(select {} {})",
                        records.render(record, row),
                        tables.target(row, users, Sql.text("c.actor")).clauses());
            }
            case ChangePlan.Values(var _, var items) ->
                    Sql.of(VALUES, value(items), fields.idArray(), fields.nameArray());
            case ChangePlan.Whole record -> whole.apply(record);
        };
    }

    private Sql fact(ChangeSelection.Fact fact, List<Source> sources) {
        return switch (fact) {
            case CURSOR -> StreamCursor.text(Sql.text("s.mark"), Sql.text("c.position"));
            case KIND -> kind;
            case OBJECT -> objectName(sources);
            case RECORD_ID -> Sql.text("c.record");
            case VERSION -> Sql.text("c.version");
            case AT ->
                    Sql.text(
                            "to_char(c.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
        };
    }

    private static Sql objectName(List<Source> sources) {
        List<Sql> cases = new ArrayList<>();
        for (Source source : sources) {
            cases.add(
                    Sql.of(
                            "when {} then {}",
                            Sql.number(source.object().key()),
                            Sql.constant(source.object().name())));
        }
        return cases.isEmpty()
                ? Sql.text("null")
                : Sql.of("case c.object {} end", Sql.join(" ", cases));
    }

    private static Sql value(List<ChangeSelection.ValueItem> items) {
        JsonObject object = new JsonObject();
        for (ChangeSelection.ValueItem item : items) {
            object.add(
                    item.key(),
                    switch (item.fact()) {
                        case FIELD -> Sql.text("f.name");
                        case BEFORE -> Sql.text("e.value -> 0");
                        case AFTER -> Sql.text("e.value -> 1");
                        case TEXT -> Sql.constant(item.text());
                    });
        }
        return object.sql();
    }
}
