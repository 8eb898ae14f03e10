package kith.runtime.trace;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a request about what rules did is refused. */
public enum TraceProblem implements ProblemCode {
    LOG_DAYS_INVALID(ProblemKind.INVALID),
    RUN_UNKNOWN(ProblemKind.NOT_FOUND),
    VALUE_UNKNOWN(ProblemKind.NOT_FOUND),
    TRIAL_INVALID(ProblemKind.INVALID);

    private final ProblemKind kind;

    TraceProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
