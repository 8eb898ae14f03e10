package kith.runtime.read;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import kith.metadata.catalog.Storage;
import kith.runtime.read.SearchSelection.MatchItem;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.word.SearchedField;
import org.jspecify.annotations.Nullable;

/**
 * In which fields of a found record the words stand, and the text around them. A snippet is cut
 * into pieces in the database, where the texts are; pieces need no marks within a text, so nothing
 * in a value can pass for one.
 */
record SearchMatches(SearchPlan plan) {

    /**
     * Common table expression: the words of the records found, each within the window of its
     * field's snippet, with the end of the word before.
     */
    static final Sql SEEN =
            Sql.text(
                    """
                    , seen as materialized (select w.*, greatest(w.start, max(w.until) over (\
                    partition by w.record, w.field order by w.at, w.until \
                    rows between unbounded preceding and 1 preceding)) as done from (\
                    select h.*, greatest(1, min(h.at) over (partition by h.record, h.field) - 40) as start from (\
                    select e.record, e.field, e.at, e.until, max(e.points) as points from every e \
                    join found f on f.id = e.record group by e.record, e.field, e.at, e.until) h) w \
                    where w.until <= w.start + 200)\
                    """);

    private static final String MATCHES =
            """
            (select coalesce(json_agg({} order by m.points desc, m.n), '[]'::json) from (\
            select s.field, p.n, p.name, p.label, max(s.points) as points, \
            coalesce({} ->> p.home, {} ->> p.key) as value from seen s \
            join unnest({}::uuid[], {}::text[], {}::text[], {}::text[], {}::text[]) with ordinality p (place, name, label, home, key, n) on p.place = s.field \
            where s.record = f.id group by s.field, p.n, p.name, p.label, p.home, p.key) m \
            where m.value is not null)\
            """;

    private static final String PIECES =
            """
            (select coalesce(json_agg({} order by x.at, x.is_match) filter (where x.text <> ''), '[]'::json) from (\
            select s.done as at, false as is_match, case when s.done = s.start and s.start > 1 then '…' else '' end \
            || substr(m.value, s.done, greatest(0, s.at - s.done)) as text \
            from seen s where s.record = f.id and s.field = m.field \
            union all select greatest(s.at, s.done), true, \
            substr(m.value, greatest(s.at, s.done), greatest(0, s.until - greatest(s.at, s.done))) \
            from seen s where s.record = f.id and s.field = m.field \
            union all select max(s.until), false, \
            substr(m.value, max(s.until), greatest(0, max(s.start) + 200 - max(s.until))) \
            || case when length(m.value) >= max(s.start) + 200 then '…' else '' end \
            from seen s where s.record = f.id and s.field = m.field) x)\
            """;

    boolean isAsked() {
        return plan.selection().parts().stream()
                .anyMatch(part ->
                        part instanceof SearchSelection.Edges(var _, var items)
                                && items.stream()
                                        .anyMatch(SearchSelection.Matches.class::isInstance));
    }

    /**
     * The list of a found record.
     *
     * @param rows the record's, in whichever of them it is
     */
    Sql render(List<MatchItem> items, Collection<Row> rows) {
        JsonObject object = new JsonObject();
        items.forEach(item -> object.add(item.key(), item(item)));
        UUID[] places = plan.fields().stream().map(SearchedField::place).toArray(UUID[]::new);
        return Sql.of(
                MATCHES,
                object.sql(),
                either(rows, row -> Sql.of("to_jsonb({})", row.alias())),
                either(rows, row -> row.inner("more")),
                Sql.bind(SqlType.UUID_ARRAY, places),
                texts(field -> field.field().name()),
                texts(field -> field.field().label()),
                texts(field -> column(field.field().storage())),
                texts(field -> key(field.field().storage())));
    }

    /** Of those that are dedicated first: a row may linger in the shared table after a move. */
    private static Sql either(Collection<Row> rows, Function<Row, Sql> value) {
        List<Sql> values = rows.stream().map(value).toList().reversed();
        return values.size() == 1
                ? values.getFirst()
                : Sql.of("coalesce({})", Sql.join(", ", values));
    }

    private static Sql item(MatchItem item) {
        return switch (item) {
            case SearchSelection.FieldName _ -> Sql.text("m.name");
            case SearchSelection.FieldLabel _ -> Sql.text("m.label");
            case SearchSelection.Snippet(var _, var pieces) -> Sql.of(PIECES, piece(pieces));
            case SearchSelection.MatchText(var _, var text) -> Sql.constant(text);
        };
    }

    private static Sql piece(List<SearchSelection.Piece> pieces) {
        JsonObject object = new JsonObject();
        for (SearchSelection.Piece piece : pieces) {
            Sql value =
                    switch (piece.fact()) {
                        case TEXT -> Sql.text("x.text");
                        case IS_MATCH -> Sql.text("x.is_match");
                        case CONSTANT -> Sql.constant(piece.text());
                    };
            object.add(piece.key(), value);
        }
        return object.sql();
    }

    private static @Nullable String column(Storage storage) {
        return switch (storage) {
            case Storage.Column(var name) -> name;
            case Storage.Slot slot -> slot.column();
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ -> null;
        };
    }

    private static @Nullable String key(Storage storage) {
        return switch (storage) {
            case Storage.Overflow overflow -> overflow.key();
            case Storage.Column _, Storage.Slot _, Storage.Links _, Storage.Computed _ -> null;
        };
    }

    private Sql texts(Function<SearchedField, @Nullable String> text) {
        return Sql.bind(
                SqlType.TEXT_ARRAY, plan.fields().stream().map(text).toArray(String[]::new));
    }
}
