package kith.server.limit;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why a request has to wait. */
public enum LimitProblem implements ProblemCode {
    BUDGET_SPENT(5),
    TOO_MANY_AT_ONCE(1);

    private final int retryAfterSeconds;

    LimitProblem(int retryAfterSeconds) {
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.LIMIT;
    }

    /** When it makes sense to try again: what was spent is forgotten bit by bit. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    ProblemException because(String message) {
        return new ProblemException(
                Problem.of(this, message)
                        .hint("Try again in %d seconds.".formatted(retryAfterSeconds)));
    }
}
