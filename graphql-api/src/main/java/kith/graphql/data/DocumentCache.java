package kith.graphql.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import kith.graphql.schema.TenantSchema;
import kith.metadata.catalog.Catalog;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Schemas and valid documents by what they derive from. Tenants of equal catalogs share both; only
 * what is missing is made, away from the event loop.
 */
public final class DocumentCache {

    /** Fields of objects in all schemas together. */
    private static final long SCHEMA_WEIGHT = 100_000;

    /** Characters of all documents together. */
    private static final long DOCUMENT_WEIGHT = 1_000_000;

    private static final int LONGEST_KEPT = 20_000;

    private final Cache<String, TenantSchema> schemas =
            Caffeine.newBuilder()
                    .maximumWeight(SCHEMA_WEIGHT)
                    .<String, TenantSchema>weigher((_, schema) -> schema.weight())
                    .build();

    private final Cache<Key, PreparedDocument> documents =
            Caffeine.newBuilder()
                    .maximumWeight(DOCUMENT_WEIGHT)
                    .<Key, PreparedDocument>weigher((key, _) -> 100 + key.query().length())
                    .expireAfterAccess(Duration.ofMinutes(15))
                    .build();

    /** The document, parsed and valid under the catalog's schema. */
    Mono<PreparedDocument> prepared(Catalog catalog, String query) {
        Key key = new Key(catalog.fingerprint(), query);
        PreparedDocument known = documents.getIfPresent(key);
        if (known != null) {
            return Mono.just(known);
        }
        return Mono.fromCallable(() -> prepare(catalog, key))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The schema of a catalog. */
    TenantSchema schema(Catalog catalog) {
        return schemas.get(catalog.fingerprint(), _ -> TenantSchema.of(catalog));
    }

    private PreparedDocument prepare(Catalog catalog, Key key) {
        PreparedDocument prepared = PreparedDocument.of(schema(catalog), key.query());
        if (key.query().length() <= LONGEST_KEPT) {
            documents.put(key, prepared);
        }
        return prepared;
    }

    private record Key(String fingerprint, String query) {}
}
