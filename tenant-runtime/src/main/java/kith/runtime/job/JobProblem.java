package kith.runtime.job;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a job stopped, or what cannot be done with it. */
public enum JobProblem implements ProblemCode {
    JOB_UNKNOWN(ProblemKind.NOT_FOUND),
    JOB_NOT_CANCELLABLE(ProblemKind.CONFLICT),
    JOB_ABANDONED(ProblemKind.INTERNAL),
    JOB_FAILED(ProblemKind.INTERNAL);

    private final ProblemKind kind;

    JobProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    Problem saying(String message) {
        return Problem.of(this, message);
    }
}
