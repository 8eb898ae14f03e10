package kith.runtime.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;
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
                select {}, g.record, string_to_array(g.words, ' ') from {}
                on conflict (tenant, record) do nothing
                returning record
            ), added as (
                insert into search_word (tenant, record, word, field, weight, at, until)
                select {}, g.* from {} where g.record in (select record from entry)
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
                    select 1 from {}
                    where g.record = held.record and g.word = held.word and g.field = held.field
                        and g.at = held.at and g.until = held.until)))\
            """;

    private static final String ADD =
            """
            insert into search_word (tenant, record, word, field, weight, at, until)
            select {}, g.* from {} left join lateral (
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
                select {}, g.record, string_to_array(g.words, ' ') from {}
                on conflict (tenant, record) do update set words = excluded.words
                where search_entry.words <> excluded.words
            )
            delete from search_entry where tenant = {} and record = any({})\
            """;

    /**
     * Makes the words of these records what their values say; of those that are gone, none.
     *
     * @param records with the keys of their objects
     * @return all words
     */
    Mono<Set<String>> follow(Map<UUID, Integer> records) {
        if (records.isEmpty()) {
            return Mono.just(Set.of());
        }
        return session.json(load(records))
                .publishOn(Schedulers.parallel())
                .map(json -> new GivenWords(layout.words(parsed(json))))
                .flatMap(words ->
                        addNew(words)
                                .flatMap(added -> replace(records.keySet(), words, added))
                                .thenReturn(words.words()));
    }

    private Sql load(Map<UUID, Integer> records) {
        Map<RecordTable, List<UUID>> ids = new LinkedHashMap<>();
        records.forEach((record, object) ->
                ids.computeIfAbsent(layout.table(object), _ -> new ArrayList<>()).add(record));
        List<Sql> tables = new ArrayList<>();
        ids.forEach((table, ofTable) ->
                tables.add(
                        Sql.of(
                                LOAD,
                                layout.values(table),
                                GivenWords.uuids(ofTable),
                                table.name(),
                                tenant,
                                layout.counts(table))));
        return Sql.of(LOAD_ALL, Sql.join(" union all ", tables));
    }

    private Mono<Set<UUID>> addNew(GivenWords words) {
        return words.isEmpty()
                ? Mono.just(Set.of())
                : session.json(Sql.of(ADD_NEW, tenant, words.entries(), tenant, words.source()))
                        .map(WordTables::ids);
    }

    private Mono<Void> replace(Set<UUID> records, GivenWords all, Set<UUID> added) {
        Set<UUID> others = new LinkedHashSet<>(records);
        others.removeAll(added);
        if (others.isEmpty()) {
            return Mono.empty();
        }
        GivenWords words = all.without(added);
        Set<UUID> empty = new LinkedHashSet<>(others);
        empty.removeAll(words.records());
        Sql source = words.source();
        return session.execute(
                        Sql.of(REMOVE, tenant, tenant, GivenWords.uuids(others), tenant, source))
                .then(session.execute(Sql.of(ADD, tenant, source, tenant)))
                .then(
                        session.execute(
                                Sql.of(
                                        KEEP,
                                        tenant,
                                        words.entries(),
                                        tenant,
                                        GivenWords.uuids(empty))))
                .then();
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
