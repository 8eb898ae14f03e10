package kith.graphql.sdl;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeRuntimeWiring;
import java.util.function.BiFunction;
import kith.graphql.schema.KithScalars;
import org.jspecify.annotations.Nullable;

/**
 * The code behind the fields of an SDL. Fields without any read the accessor of their name.
 *
 * @param <C> who calls
 */
public final class SdlWiring<C> {

    static final String CALLER = "kith.caller";

    private final RuntimeWiring.Builder wiring =
            RuntimeWiring.newRuntimeWiring().scalar(KithScalars.DATE_TIME).scalar(KithScalars.JSON);

    public SdlWiring<C> query(String field, RootFetcher<C> fetcher) {
        return root("Query", field, fetcher);
    }

    public SdlWiring<C> mutation(String field, RootFetcher<C> fetcher) {
        return root("Mutation", field, fetcher);
    }

    /** A field with arguments inside a type, or one whose value needs work. */
    public <S> SdlWiring<C> field(
            String type,
            String field,
            Class<S> source,
            BiFunction<S, Arguments, @Nullable Object> value) {
        return data(
                type,
                field,
                environment ->
                        value.apply(source.cast(environment.getSource()), arguments(environment)));
    }

    private SdlWiring<C> root(String type, String field, RootFetcher<C> fetcher) {
        return data(
                type,
                field,
                environment -> {
                    C caller = environment.getGraphQlContext().get(CALLER);
                    return fetcher.fetch(caller, arguments(environment)).toFuture();
                });
    }

    private SdlWiring<C> data(String type, String field, DataFetcher<?> fetcher) {
        wiring.type(TypeRuntimeWiring.newTypeWiring(type).dataFetcher(field, fetcher));
        return this;
    }

    @SuppressWarnings("NullAway") // the engine's maps hold nulls, but do not say so
    private static Arguments arguments(DataFetchingEnvironment environment) {
        return new Arguments(environment.getArguments());
    }

    RuntimeWiring build() {
        return wiring.build();
    }
}
