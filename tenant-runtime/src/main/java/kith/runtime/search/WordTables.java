package kith.runtime.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the words of records as they are now, a fixed number of statements for any number of
 * records. Records that had no words are most, and cost least: their rows are only added. What
 * stands there already is left alone, so doing it again does no harm and costs little.
 */
record WordTables(Session session, Sql tenant, SearchLayout layout) {

    /**
     * Id by id: for an array of them PostgreSQL may take any index that begins with the tenant, and
     * walk through all its records.
     */
    private static final String LOAD =
            """
            select json_build_array(r.id, r.object{}) as texts
            from unnest({}) as given(id) join {} r on r.tenant = {} and r.id = given.id
            where r.deleted_at is null and {}\
            """;

    private static final String LOAD_ALL =
            "select coalesce(json_agg(l.texts), '[]'::json) from ({}) l";

    /** Answers with the records that had none. */
    private static final String ADD_NEW =
            """
            with entry as (
                insert into search_entry (tenant, record, words)
                select {}, g.record, string_to_array(g.words, ' ') from unnest({}, {}) g (record, words)
                on conflict (tenant, record) do nothing
                returning record
            ), added as (
                insert into search_word (tenant, record, word, field, weight, at, until)
                select {}, g.* from unnest({}, {}, {}, {}, {}, {}) g (record, word, field, weight, at, until)
                where g.record in (select record from entry)
            )
            select coalesce(json_agg(record), '[]'::json) from entry\
            """;

    /** Word by word, so that PostgreSQL never walks through all places of a common one. */
    private static final String REMOVE =
            """
            delete from search_word w where w.tenant = {} and w.ctid = any (array(
                select held.ctid from (
                    select e.record, unnest(e.words) as word from search_entry e
                    where e.tenant = {} and e.record = any({})
                ) own cross join lateral (
                    select w.ctid, w.record, w.word, w.field, w.at, w.until from search_word w
                    where w.tenant = {} and w.word = own.word and w.weight = any('{0,1}') and w.record = own.record
                    offset 0
                ) held where not exists (
                    select 1 from unnest({}, {}, {}, {}, {}, {}) g (record, word, field, weight, at, until)
                    where g.record = held.record and g.word = held.word and g.field = held.field
                        and g.at = held.at and g.until = held.until)))\
            """;

    private static final String ADD =
            """
            insert into search_word (tenant, record, word, field, weight, at, until)
            select {}, g.* from unnest({}, {}, {}, {}, {}, {}) g (record, word, field, weight, at, until)
            left join lateral (
                select true as is_there from search_word w
                where w.tenant = {} and w.word = g.word and w.weight = g.weight and w.record = g.record and w.field = g.field
                limit 1
            ) held on true
            where held.is_there is null\
            """;

    private static final String KEEP =
            """
            with kept as (
                insert into search_entry (tenant, record, words)
                select {}, g.record, string_to_array(g.words, ' ') from unnest({}, {}) g (record, words)
                on conflict (tenant, record) do update set words = excluded.words
                where search_entry.words <> excluded.words
            )
            delete from search_entry where tenant = {} and record = any({})\
            """;

    /**
     * Makes the words of these records what their values say; of those that are gone, none.
     *
     * @return all words
     */
    Mono<Set<String>> follow(List<UUID> records) {
        if (records.isEmpty()) {
            return Mono.just(Set.of());
        }
        return session.json(load(uuids(records)))
                .publishOn(Schedulers.parallel())
                .map(json -> layout.words(parsed(json)))
                .flatMap(rows ->
                        addNew(rows)
                                .flatMap(added -> replace(others(records, added), rows, added))
                                .thenReturn(words(rows)));
    }

    private Sql load(Sql ids) {
        List<Sql> tables =
                layout.tables().stream()
                        .map(table ->
                                Sql.of(
                                        LOAD,
                                        layout.values(table),
                                        ids,
                                        table.name(),
                                        tenant,
                                        layout.counts(table)))
                        .toList();
        return Sql.of(LOAD_ALL, Sql.join(" union all ", tables));
    }

    private Mono<Set<UUID>> addNew(List<WordRow> rows) {
        if (rows.isEmpty()) {
            return Mono.just(Set.of());
        }
        List<Sql> places = new ArrayList<>();
        places.add(tenant);
        places.addAll(entries(rows));
        places.add(tenant);
        places.addAll(columns(rows));
        return session.json(Sql.of(ADD_NEW, places.toArray(Sql[]::new))).map(WordTables::ids);
    }

    private static List<UUID> others(List<UUID> records, Set<UUID> added) {
        return records.stream().filter(record -> !added.contains(record)).toList();
    }

    private Mono<Void> replace(List<UUID> records, List<WordRow> all, Set<UUID> added) {
        if (records.isEmpty()) {
            return Mono.empty();
        }
        List<WordRow> rows = all.stream().filter(row -> !added.contains(row.record())).toList();
        Set<UUID> empty = new LinkedHashSet<>(records);
        rows.forEach(row -> empty.remove(row.record()));
        List<Sql> columns = columns(rows);
        List<Sql> removed = new ArrayList<>(List.of(tenant, tenant, uuids(records), tenant));
        removed.addAll(columns);
        List<Sql> written = new ArrayList<>(List.of(tenant));
        written.addAll(columns);
        written.add(tenant);
        List<Sql> kept = new ArrayList<>(List.of(tenant));
        kept.addAll(entries(rows));
        kept.addAll(List.of(tenant, uuids(empty)));
        return session.execute(Sql.of(REMOVE, removed.toArray(Sql[]::new)))
                .then(session.execute(Sql.of(ADD, written.toArray(Sql[]::new))))
                .then(session.execute(Sql.of(KEEP, kept.toArray(Sql[]::new))))
                .then();
    }

    private static Set<String> words(List<WordRow> rows) {
        Set<String> words = new LinkedHashSet<>();
        rows.forEach(row -> words.add(row.word()));
        return words;
    }

    /** The records, and the words of each. */
    private static List<Sql> entries(List<WordRow> rows) {
        Map<UUID, Set<String>> entries = new LinkedHashMap<>();
        for (WordRow row : rows) {
            entries.computeIfAbsent(row.record(), _ -> new LinkedHashSet<>()).add(row.word());
        }
        return List.of(
                uuids(entries.keySet()),
                Sql.bind(
                        SqlType.TEXT_ARRAY,
                        entries.values().stream()
                                .map(words -> String.join(" ", words))
                                .toArray(String[]::new)));
    }

    private static List<Sql> columns(List<WordRow> rows) {
        return List.of(
                uuids(rows.stream().map(WordRow::record).toList()),
                Sql.bind(
                        SqlType.TEXT_ARRAY,
                        rows.stream().map(WordRow::word).toArray(String[]::new)),
                uuids(rows.stream().map(WordRow::place).toList()),
                numbers(rows, WordRow::weight),
                numbers(rows, WordRow::at),
                numbers(rows, WordRow::until));
    }

    private static Sql uuids(Collection<UUID> values) {
        return Sql.bind(SqlType.UUID_ARRAY, values.toArray(UUID[]::new));
    }

    private static Sql numbers(List<WordRow> rows, Function<WordRow, Integer> value) {
        IntFunction<Integer[]> array = Integer[]::new;
        return Sql.bind(SqlType.INTEGER_ARRAY, rows.stream().map(value).toArray(array));
    }

    private static Set<UUID> ids(byte[] json) {
        Set<UUID> ids = new LinkedHashSet<>();
        for (JsonNode id : parsed(json)) {
            ids.add(UUID.fromString(id.asString()));
        }
        return ids;
    }

    private static JsonNode parsed(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }
}
