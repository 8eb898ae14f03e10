package kith.runtime.read;

import java.util.List;
import java.util.Objects;
import kith.metadata.catalog.Field;
import kith.runtime.read.HistorySelection.Item;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;

/** The JSON object of a page of a record's history, in one sub-select. */
record HistoryRenderer(Tables tables, RecordRenderer records, HistoryPlan plan) {

    private static final Sql ENTRY = Sql.text("h");

    /**
     * Renders the page.
     *
     * @param id the record's
     */
    Sql render(Sql id) {
        Rows all = tables.history(ENTRY, id);
        JsonObject object = new JsonObject();
        plan.selection().parts().forEach(part -> object.add(part.key(), part(part, all)));
        Rows page =
                plan.before().isPresent()
                        ? all.and(Sql.of("h.version < {}", Sql.bind(plan.before().getAsInt())))
                        : all;
        return Sql.of(
                """
                (select {} from (select h.*, row_number() over () as n from (\
                select h.version, h.at, h.actor, h.kind, h.origin, h.changes {} \
                order by h.version desc limit {}) h) h)\
                """,
                object.sql(),
                page.clauses(),
                Sql.number(plan.first() + 1L));
    }

    private Sql part(HistorySelection.Part part, Rows all) {
        return switch (part) {
            case HistorySelection.TotalCount _ -> Sql.of("(select count(*) {})", all.clauses());
            case HistorySelection.PageInfo(var _, var items) -> pageInfo(items);
            case HistorySelection.Entries(var _, var items) ->
                    Sql.of("coalesce(json_agg({}){}, '[]'::json)", object(items), withinPage());
            case HistorySelection.PartText(var _, var text) -> Sql.constant(text);
        };
    }

    private Sql withinPage() {
        return Sql.of(" filter (where h.n <= {})", Sql.number(plan.first()));
    }

    private Sql pageInfo(List<ConnectionSelection.PageInfoItem> items) {
        JsonObject object = new JsonObject();
        for (ConnectionSelection.PageInfoItem item : items) {
            Sql value =
                    switch (item.fact()) {
                        case HAS_NEXT_PAGE -> Sql.of("count(*) > {}", Sql.number(plan.first()));
                        case HAS_PREVIOUS_PAGE ->
                                plan.before().isPresent() ? Sql.text("true") : Sql.text("false");
                        case START_CURSOR -> Sql.of("max(h.version){}::text", withinPage());
                        case END_CURSOR -> Sql.of("min(h.version){}::text", withinPage());
                        case TEXT -> Sql.constant(item.text());
                    };
            object.add(item.key(), value);
        }
        return object.sql();
    }

    private Sql object(List<Item> items) {
        JsonObject object = new JsonObject();
        items.forEach(item -> object.add(item.key(), item(item)));
        return object.sql();
    }

    private Sql item(Item item) {
        return switch (item) {
            case HistorySelection.Fact(var _, var what) ->
                    switch (what) {
                        case VERSION -> Sql.text("h.version");
                        case AT -> FieldJson.moment(Sql.text("h.at"));
                        case KIND -> Sql.text("h.kind");
                        case ORIGIN -> Sql.text("h.origin");
                        case CURSOR -> Sql.text("h.version::text");
                    };
            case HistorySelection.Actor(var _, var selection) -> actor(selection);
            case HistorySelection.Changes(var _, var items) -> changes(items);
            case HistorySelection.Entry(var _, var items) -> object(items);
            case HistorySelection.Text(var _, var text) -> Sql.constant(text);
        };
    }

    private Sql actor(RecordSelection selection) {
        Row user = tables.row();
        RecordPlan record = Objects.requireNonNull(plan.actors().get(selection));
        return Sql.of(
                "(select {} {})",
                records.render(record, user),
                tables.target(user, plan.users(), Sql.text("h.actor")).clauses());
    }

    private Sql changes(List<HistorySelection.ChangeItem> items) {
        JsonObject object = new JsonObject();
        for (HistorySelection.ChangeItem item : items) {
            Sql value =
                    switch (item.fact()) {
                        case FIELD -> Sql.text("f.name");
                        case LABEL -> Sql.text("f.label");
                        case BEFORE -> Sql.text("c.value -> 0");
                        case AFTER -> Sql.text("c.value -> 1");
                        case TEXT -> Sql.constant(item.text());
                    };
            object.add(item.key(), value);
        }
        List<Field> fields = plan.fields();
        return Sql.of(
                """
                coalesce((select json_agg({} order by f.n) from jsonb_each(h.changes) c (id, value) \
                join unnest({}::text[], {}::text[], {}::text[]) with ordinality f (id, name, label, n) \
                on f.id = c.id), '[]'::json)\
                """,
                object.sql(),
                texts(fields.stream().map(field -> field.id().toString()).toList()),
                texts(fields.stream().map(Field::name).toList()),
                texts(fields.stream().map(Field::label).toList()));
    }

    private static Sql texts(List<String> values) {
        return Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
    }
}
