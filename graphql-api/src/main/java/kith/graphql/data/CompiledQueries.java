package kith.graphql.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.OperationDefinition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import kith.graphql.http.GraphqlRequest;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.read.RecordReader;

/**
 * Compiled queries by their shape. A query is compiled when its shape comes for the second time, so
 * that one that never comes again costs nothing.
 */
final class CompiledQueries {

    /** Characters of all compiled statements and documents together. */
    private static final long WEIGHT = 20_000_000;

    private static final long DOCUMENT_WEIGHT = 1_000_000;
    private static final int LONGEST_KEPT = 20_000;
    private static final Duration UNUSED = Duration.ofMinutes(15);

    private final RecordReader reader;
    private final QueryCompiler compiler;

    /** What may be left open in an operation, which its text alone tells. */
    private final Cache<OperationText, OpenVariables> openVariables =
            Caffeine.newBuilder()
                    .maximumWeight(DOCUMENT_WEIGHT)
                    .<OperationText, OpenVariables>weigher((text, _) -> 100 + text.query().length())
                    .expireAfterAccess(UNUSED)
                    .build();

    private final Cache<QueryShape, Found> queries =
            Caffeine.newBuilder()
                    .maximumWeight(WEIGHT)
                    .<QueryShape, Found>weigher((shape, found) -> shape.weight() + found.weight())
                    .expireAfterAccess(UNUSED)
                    .build();

    CompiledQueries(RecordReader reader, OperationBinder binder) {
        this.reader = reader;
        this.compiler = new QueryCompiler(binder, reader);
    }

    private record OperationText(String query, Optional<String> name) {
        static OperationText of(GraphqlRequest request) {
            return new OperationText(request.query(), request.operationName());
        }
    }

    /** What is known of a shape. */
    private sealed interface Found {

        int weight();

        /** It came once. */
        record Seen() implements Found {
            @Override
            public int weight() {
                return 0;
            }
        }

        /** It cannot be compiled. */
        record Uncompilable() implements Found {
            @Override
            public int weight() {
                return 0;
            }
        }

        /** It is compiled. */
        record Compiled(CompiledQuery query) implements Found {
            @Override
            public int weight() {
                return query.weight();
            }
        }
    }

    /** The compiled query of a request with what it gives, if there is one. */
    Optional<CompiledQuery.Use> find(Caller caller, Catalog catalog, GraphqlRequest request) {
        OpenVariables open = openVariables.getIfPresent(OperationText.of(request));
        if (open == null) {
            return Optional.empty();
        }
        return QueryShape.of(caller, reader.planKey(caller), catalog, request, open)
                .flatMap(known ->
                        queries.getIfPresent(known.shape())
                                        instanceof Found.Compiled(CompiledQuery query)
                                ? Optional.of(new CompiledQuery.Use(query, known.given()))
                                : Optional.empty());
    }

    /** Takes note of a query that is carried out; compiles it if its shape has come before. */
    void learn(Caller caller, Catalog catalog, PreparedDocument document, GraphqlRequest request) {
        if (request.query().length() > LONGEST_KEPT) {
            return;
        }
        OperationDefinition operation = document.document().operation(request.operationName());
        if (operation.getOperation() != OperationDefinition.Operation.QUERY) {
            return;
        }
        OpenVariables open =
                openVariables.get(
                        OperationText.of(request),
                        _ -> VariableUses.of(document.document().document(), operation));
        QueryShape.of(caller, reader.planKey(caller), catalog, request, open)
                .ifPresent(filled ->
                        queries.asMap()
                                .compute(
                                        filled.shape(),
                                        (_, known) ->
                                                known == null
                                                        ? new Found.Seen()
                                                        : next(
                                                                known,
                                                                () ->
                                                                        compiler.compile(
                                                                                caller, catalog,
                                                                                document, request,
                                                                                open))));
    }

    private static Found next(Found known, Supplier<Optional<CompiledQuery>> compilation) {
        return switch (known) {
            case Found.Seen _ ->
                    compilation
                            .get()
                            .<Found>map(Found.Compiled::new)
                            .orElseGet(Found.Uncompilable::new);
            case Found.Uncompilable _, Found.Compiled _ -> known;
        };
    }
}
