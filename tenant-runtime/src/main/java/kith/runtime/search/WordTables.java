package kith.runtime.search;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.word.Typos;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the words of records as they are now, a fixed number of statements for any number of
 * records. What stands there already is left alone, so doing it again does no harm and costs
 * little.
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

    private static final String REMOVE =
            """
            delete from search_word w where w.tenant = {} and w.record = any({}) and not exists (
                select 1 from unnest({}, {}, {}) g (record, word, field)
                where g.record = w.record and g.word = w.word and g.field = w.field)\
            """;

    private static final String ADD =
            """
            insert into search_word (tenant, record, word, field, weight, at, until)
            select {}, g.* from unnest({}, {}, {}, {}, {}, {}) g
            on conflict (tenant, record, word, field) do update set at = excluded.at, until = excluded.until
            where (search_word.at, search_word.until) is distinct from (excluded.at, excluded.until)\
            """;

    private static final String NEW_WORDS =
            """
            select coalesce(json_agg(g.word), '[]'::json) from unnest({}) g (word)
            where not exists (
                select 1 from search_variant v where v.tenant = {} and v.variant = g.word and v.word = g.word)\
            """;

    private static final String ADD_VARIANTS =
            """
            insert into search_variant (tenant, variant, word)
            select {}, g.* from unnest({}, {}) g on conflict do nothing\
            """;

    /** Makes the words of these records what their values say; of those that are gone, none. */
    Mono<Void> follow(List<UUID> records) {
        if (records.isEmpty()) {
            return Mono.empty();
        }
        Sql ids = Sql.bind(SqlType.UUID_ARRAY, records.toArray(UUID[]::new));
        return session.json(load(ids))
                .publishOn(Schedulers.parallel())
                .map(json -> layout.words(parsed(json)))
                .flatMap(words -> replace(ids, words).then(learn(words)));
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

    private Mono<Void> replace(Sql ids, List<WordRow> rows) {
        Sql records = uuids(rows, WordRow::record);
        Sql words = texts(rows.stream().map(WordRow::word).toList());
        Sql places = uuids(rows, WordRow::place);
        Mono<Long> removed = session.execute(Sql.of(REMOVE, tenant, ids, records, words, places));
        return rows.isEmpty()
                ? removed.then()
                : removed.then(
                                session.execute(
                                        Sql.of(
                                                ADD,
                                                tenant,
                                                records,
                                                words,
                                                places,
                                                numbers(rows, WordRow::weight),
                                                numbers(rows, WordRow::at),
                                                numbers(rows, WordRow::until))))
                        .then();
    }

    private Mono<Void> learn(List<WordRow> rows) {
        List<String> words =
                rows.stream()
                        .map(WordRow::word)
                        .distinct()
                        .filter(word -> !Typos.variants(word).isEmpty())
                        .toList();
        return words.isEmpty()
                ? Mono.empty()
                : session.json(Sql.of(NEW_WORDS, texts(words), tenant))
                        .flatMap(json -> addVariants(parsed(json)));
    }

    private Mono<Void> addVariants(JsonNode newWords) {
        List<String> words = new ArrayList<>();
        List<String> variants = new ArrayList<>();
        for (JsonNode word : newWords) {
            for (String variant : Typos.variants(word.asString())) {
                words.add(word.asString());
                variants.add(variant);
            }
        }
        return words.isEmpty()
                ? Mono.empty()
                : session.execute(Sql.of(ADD_VARIANTS, tenant, texts(variants), texts(words)))
                        .then();
    }

    private static JsonNode parsed(byte[] json) {
        return JsonMapper.shared().readTree(json);
    }

    private static Sql texts(List<String> values) {
        return Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
    }

    private static Sql uuids(List<WordRow> rows, Function<WordRow, UUID> value) {
        return Sql.bind(SqlType.UUID_ARRAY, rows.stream().map(value).toArray(UUID[]::new));
    }

    private static Sql numbers(List<WordRow> rows, Function<WordRow, Integer> value) {
        IntFunction<Integer[]> array = Integer[]::new;
        return Sql.bind(SqlType.INTEGER_ARRAY, rows.stream().map(value).toArray(array));
    }
}
