package kith.graphql.live;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why a subscription does not begin or go on. */
public enum LiveProblem implements ProblemCode {
    SLOW_CONSUMER(
            "The events are not taken as fast as they come",
            "Subscribe again after the cursor of the last event"),
    TOO_MANY_SUBSCRIPTIONS(
            "There are too many subscriptions at once", "End some, or wait until others end");

    private final String message;
    private final String hint;

    LiveProblem(String message, String hint) {
        this.message = message;
        this.hint = hint;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.LIMIT;
    }

    /** To be thrown. */
    public ProblemException exception() {
        return new ProblemException(Problem.of(this, message).hint(hint));
    }
}
