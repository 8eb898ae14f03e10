package kith.graphql.data;

import java.util.List;
import kith.graphql.GraphqlProblem;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/**
 * Adds up what an operation asks for and stops it at the limits. The cost is an estimate from
 * above: 1 for each record that the answer may hold or that is written, 10 for each exact count and
 * for each write by filter, 50 for each list that is put into groups, 1 for each thousand that a
 * capped count may count.
 */
final class Budget {

    private static final int EXACT_COUNT = 10;
    private static final int COUNTED_FOR_ONE = 1_000;
    private static final int AGGREGATE = 50;
    private static final int WRITE_BY_FILTER = 10;

    /** Of records that are written together. */
    private static final int LEVELS = 5;

    private final Limits limits;
    private long cost;
    private int fields;
    private int conditions;

    Budget(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    long cost() {
        return cost;
    }

    void roots(int count) {
        if (count > limits.roots()) {
            refuse(
                    GraphqlProblem.QUERY_TOO_WIDE,
                    "The operation has %d root fields; at most %d are carried out"
                            .formatted(count, limits.roots()),
                    RequestPath.root());
        }
    }

    void fields(int count, int depth, RequestPath path) {
        if (depth > limits.depth()) {
            refuse(
                    GraphqlProblem.QUERY_TOO_DEEP,
                    "The operation is more than %d levels deep".formatted(limits.depth()),
                    path);
        }
        fields += count;
        if (fields > limits.fields()) {
            refuse(
                    GraphqlProblem.QUERY_TOO_WIDE,
                    "The operation asks for more than %d fields".formatted(limits.fields()),
                    path);
        }
    }

    void records(long count, RequestPath path) {
        spend(count, path);
    }

    /**
     * A record to write.
     *
     * @param level 1, and one more for each record that it comes with
     */
    void record(int level, RequestPath path) {
        if (level > LEVELS) {
            refuse(
                    GraphqlProblem.QUERY_TOO_DEEP,
                    "Records come with records more than %d levels deep".formatted(LEVELS),
                    path);
        }
        spend(1, path);
    }

    void exactCount(long lists, RequestPath path) {
        spend(lists * EXACT_COUNT, path);
    }

    void cappedCount(long lists, int max, RequestPath path) {
        spend(lists * Math.ceilDiv(max, COUNTED_FOR_ONE), path);
    }

    void aggregate(long lists, RequestPath path) {
        spend(lists * AGGREGATE, path);
    }

    void writeByFilter(RequestPath path) {
        spend(WRITE_BY_FILTER, path);
    }

    void condition(int depth, RequestPath path) {
        conditions(1, path);
        if (depth > limits.filterDepth()) {
            refuse(
                    GraphqlProblem.QUERY_TOO_DEEP,
                    "The filter is more than %d levels deep".formatted(limits.filterDepth()),
                    path);
        }
    }

    private void conditions(int count, RequestPath path) {
        conditions += count;
        if (conditions > limits.conditions()) {
            refuse(
                    GraphqlProblem.QUERY_TOO_WIDE,
                    "The filters have more than %d conditions".formatted(limits.conditions()),
                    path);
        }
    }

    /** Selections of which one is answered, each measured by itself: the dearest counts. */
    void oneOf(List<Budget> alternatives, RequestPath path) {
        for (Budget alternative : alternatives) {
            fields(alternative.fields, 0, path);
            conditions(alternative.conditions, path);
        }
        spend(alternatives.stream().mapToLong(Budget::cost).max().orElse(0), path);
    }

    private void spend(long amount, RequestPath path) {
        cost = Math.addExact(cost, amount);
        if (cost > limits.cost()) {
            throw new ProblemException(
                    Problem.of(
                                    GraphqlProblem.QUERY_TOO_WIDE,
                                    "The operation may touch more than %,d records"
                                            .formatted(limits.cost()))
                            .hint("Ask for smaller pages inside of pages")
                            .at(path.steps()));
        }
    }

    private static void refuse(GraphqlProblem code, String message, RequestPath path) {
        throw new ProblemException(Problem.of(code, message).at(path.steps()));
    }
}
