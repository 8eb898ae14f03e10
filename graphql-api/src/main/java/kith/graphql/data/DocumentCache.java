package kith.graphql.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Document;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kith.graphql.document.DocumentWords;
import kith.graphql.document.ValidDocument;
import kith.graphql.http.GraphqlRefusal;
import kith.graphql.http.GraphqlRequest;
import kith.graphql.schema.CatalogPart;
import kith.graphql.schema.TenantSchema;
import kith.metadata.catalog.Catalog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Valid documents, and the schemas under which they are. Most requests touch few of a catalog's
 * objects, so a schema of these alone is made for them, which is quickly done and serves all
 * tenants that have these objects in common. Only what is missing is made, away from the event
 * loop.
 */
public final class DocumentCache {

    /** Fields of objects in all schemas together, each about a kilobyte. */
    private static final long SCHEMA_WEIGHT = 60_000;

    /** The same for those of documents, of which a character weighs a twentieth. */
    private static final long DOCUMENT_WEIGHT = 60_000;

    private static final int CHARACTERS = 20;
    private static final int LONGEST_KEPT = 20_000;

    private final Cache<String, TenantSchema> schemas = schemaCache();
    private final Cache<CatalogPart, TenantSchema> parts = schemaCache();

    private final Cache<Key, Known> documents =
            Caffeine.newBuilder()
                    .maximumWeight(DOCUMENT_WEIGHT)
                    .<Key, Known>weigher((key, known) -> key.weight() + known.weight())
                    .expireAfterAccess(Duration.ofMinutes(15))
                    .build();

    private static <K> Cache<K, TenantSchema> schemaCache() {
        return Caffeine.newBuilder()
                .maximumWeight(SCHEMA_WEIGHT)
                .<K, TenantSchema>weigher((_, schema) -> schema.weight())
                .build();
    }

    private record Key(String fingerprint, String query) {
        int weight() {
            return 5 + query.length() / CHARACTERS;
        }
    }

    /** A part of a catalog with its schema. */
    private record PartSchema(CatalogPart part, TenantSchema schema) {}

    /** A valid document; it holds the schema of a part, and looks up that of the whole. */
    private record Known(ValidDocument document, Optional<PartSchema> part) {

        int weight() {
            return part.map(known -> known.schema().weight()).orElse(0);
        }

        boolean serves(Map<String, @Nullable Object> variables) {
            return part.isEmpty() || variables.isEmpty() || !part.get().part().isLeftBy(variables);
        }
    }

    /** The request's document, valid under the schema of what it touches. */
    Mono<PreparedDocument> prepared(Catalog catalog, GraphqlRequest request) {
        Key key = new Key(catalog.fingerprint(), request.query());
        Known known = documents.getIfPresent(key);
        return known != null && known.serves(request.variables())
                ? prepared(catalog, known)
                : Mono.fromCallable(() -> prepare(catalog, key, request.variables()))
                        .subscribeOn(Schedulers.boundedElastic());
    }

    /** The document, valid under the schema of the whole catalog. */
    Mono<PreparedDocument> whole(Catalog catalog, String query) {
        return Mono.fromCallable(() -> whole(catalog, ValidDocument.parsed(query)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** The schema of a catalog. */
    TenantSchema schema(Catalog catalog) {
        return schemas.get(catalog.fingerprint(), _ -> TenantSchema.of(catalog));
    }

    private Mono<PreparedDocument> prepared(Catalog catalog, Known known) {
        if (known.part().isPresent()) {
            return Mono.just(
                    new PreparedDocument(known.part().get().schema(), known.document(), true));
        }
        TenantSchema whole = schemas.getIfPresent(catalog.fingerprint());
        return whole == null
                ? Mono.fromCallable(() ->
                                new PreparedDocument(schema(catalog), known.document(), false))
                        .subscribeOn(Schedulers.boundedElastic())
                : Mono.just(new PreparedDocument(whole, known.document(), false));
    }

    private PreparedDocument prepare(
            Catalog catalog, Key key, Map<String, @Nullable Object> variables) {
        Document document = ValidDocument.parsed(key.query());
        Optional<PreparedDocument> ofPart =
                CatalogPart.of(catalog, DocumentWords.of(document, key.query(), variables))
                        .flatMap(part -> ofPart(part, document, key));
        return ofPart.orElseGet(() -> {
            PreparedDocument prepared = whole(catalog, document);
            keep(key, new Known(prepared.document(), Optional.empty()));
            return prepared;
        });
    }

    /** Empty where the document is not valid under the schema of the part. */
    private Optional<PreparedDocument> ofPart(CatalogPart part, Document document, Key key) {
        TenantSchema schema = parts.get(part, TenantSchema::of);
        try {
            ValidDocument valid = ValidDocument.of(schema.graphql(), document);
            keep(key, new Known(valid, Optional.of(new PartSchema(part, schema))));
            return Optional.of(new PreparedDocument(schema, valid, true));
        } catch (GraphqlRefusal _) {
            // The schema of the whole decides, and knows what was meant.
            return Optional.empty();
        }
    }

    private PreparedDocument whole(Catalog catalog, Document document) {
        TenantSchema schema = schema(catalog);
        return new PreparedDocument(schema, ValidDocument.of(schema.graphql(), document), false);
    }

    private void keep(Key key, Known known) {
        if (key.query().length() <= LONGEST_KEPT) {
            documents.put(key, known);
        }
    }
}
