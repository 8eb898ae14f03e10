package kith.graphql.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.NonNullType;
import graphql.language.OperationDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.language.VariableDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

    /** The variables of type ID of an operation, which its text alone tells. */
    private final Cache<OperationText, List<String>> idVariables =
            Caffeine.newBuilder()
                    .maximumWeight(DOCUMENT_WEIGHT)
                    .<OperationText, List<String>>weigher((text, _) -> 100 + text.query().length())
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

    /** The compiled query of a request with the ids that it gives, if there is one. */
    Optional<CompiledQuery.Use> find(Caller caller, Catalog catalog, GraphqlRequest request) {
        List<String> names = idVariables.getIfPresent(OperationText.of(request));
        if (names == null) {
            return Optional.empty();
        }
        return QueryShape.of(caller, reader.planKey(caller), catalog, request, names)
                .flatMap(known ->
                        queries.getIfPresent(known.shape())
                                        instanceof Found.Compiled(CompiledQuery query)
                                ? Optional.of(new CompiledQuery.Use(query, known.ids()))
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
        List<String> names =
                idVariables.get(OperationText.of(request), _ -> idVariables(operation));
        QueryShape.of(caller, reader.planKey(caller), catalog, request, names)
                .map(QueryShape.WithIds::shape)
                .ifPresent(shape ->
                        queries.asMap()
                                .compute(
                                        shape,
                                        (_, known) ->
                                                known == null
                                                        ? new Found.Seen()
                                                        : next(
                                                                known,
                                                                () ->
                                                                        compiler.compile(
                                                                                caller, catalog,
                                                                                document, request,
                                                                                names))));
    }

    private static Found next(
            Found known, java.util.function.Supplier<Optional<CompiledQuery>> compilation) {
        return switch (known) {
            case Found.Seen _ ->
                    compilation
                            .get()
                            .<Found>map(Found.Compiled::new)
                            .orElseGet(Found.Uncompilable::new);
            case Found.Uncompilable _, Found.Compiled _ -> known;
        };
    }

    private static List<String> idVariables(OperationDefinition operation) {
        return operation.getVariableDefinitions().stream()
                .filter(variable -> isId(variable.getType()))
                .map(VariableDefinition::getName)
                .toList();
    }

    private static boolean isId(Type<?> type) {
        return switch (type) {
            case NonNullType required -> isId(required.getType());
            case TypeName name -> name.getName().equals("ID");
            default -> false;
        };
    }
}
