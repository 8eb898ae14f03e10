package kith.graphql.sdl;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.List;
import kith.metadata.problem.Problem;

/** A problem on its way through the engine. */
final class ProblemError implements GraphQLError {

    private final transient Problem problem;

    ProblemError(Problem problem) {
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }

    @Override
    public String getMessage() {
        return problem.message();
    }

    @Override
    public List<SourceLocation> getLocations() {
        return List.of();
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}
