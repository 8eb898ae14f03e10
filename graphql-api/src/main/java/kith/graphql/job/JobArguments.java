package kith.graphql.job;

import java.util.UUID;
import kith.graphql.GraphqlProblem;
import kith.graphql.sdl.Arguments;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.job.JobFilter;
import kith.runtime.job.JobState;

/** What requests about jobs ask for. */
public final class JobArguments {

    private static final int LARGEST_PAGE = 200;

    private JobArguments() {}

    /** Which jobs to list. */
    public static JobFilter filter(Arguments arguments) {
        int first = arguments.integer("first");
        if (first < 1 || first > LARGEST_PAGE) {
            throw invalid("first", "first runs from 1 to " + LARGEST_PAGE);
        }
        return new JobFilter(
                arguments.optionalText("state").map(JobState::valueOf),
                first,
                arguments.optionalText("after"));
    }

    /** The job that is meant. */
    public static UUID id(Arguments arguments) {
        try {
            return UUID.fromString(arguments.text("id"));
        } catch (IllegalArgumentException _) {
            throw invalid("id", "This is no id of a job");
        }
    }

    private static ProblemException invalid(String argument, String message) {
        return new ProblemException(
                Problem.of(GraphqlProblem.ARGUMENT_INVALID, message).at(argument));
    }
}
