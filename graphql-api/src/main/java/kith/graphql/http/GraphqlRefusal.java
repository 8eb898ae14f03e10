package kith.graphql.http;

import java.util.List;
import java.util.stream.Collectors;

/** A request that is refused before anything is carried out, with places in its document. */
public final class GraphqlRefusal extends RuntimeException {

    private final transient List<GraphqlError> errors;

    public GraphqlRefusal(List<GraphqlError> errors) {
        super(
                errors.stream()
                        .map(error -> error.problem().message())
                        .collect(Collectors.joining("; ")),
                null,
                false,
                false);
        this.errors = List.copyOf(errors);
    }

    public List<GraphqlError> errors() {
        return errors;
    }
}
