package kith.runtime.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.word.Typos;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes the variants of a tenant's words, by which misspelt ones are found. */
record Vocabulary(Session session, Sql tenant) {

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

    /** Sees to it that these words have their variants. */
    Mono<Void> learn(Collection<String> words) {
        return words.isEmpty()
                ? Mono.empty()
                : session.json(Sql.of(NEW_WORDS, texts(words), tenant)).flatMap(this::add);
    }

    private Mono<Void> add(byte[] newWords) {
        List<String> words = new ArrayList<>();
        List<String> variants = new ArrayList<>();
        for (JsonNode word : JsonMapper.shared().readTree(newWords)) {
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

    private static Sql texts(Collection<String> values) {
        return Sql.bind(SqlType.TEXT_ARRAY, values.toArray(String[]::new));
    }
}
