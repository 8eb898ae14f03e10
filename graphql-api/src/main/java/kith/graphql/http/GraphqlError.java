package kith.graphql.http;

import java.util.List;
import kith.metadata.problem.Problem;

/**
 * A problem as a GraphQL error.
 *
 * @param locations where in the document
 */
public record GraphqlError(Problem problem, List<Location> locations) {

    public GraphqlError {
        locations = List.copyOf(locations);
    }

    public static GraphqlError of(Problem problem) {
        return new GraphqlError(problem, List.of());
    }

    /** A place in the document; both count from 1. */
    public record Location(int line, int column) {}
}
