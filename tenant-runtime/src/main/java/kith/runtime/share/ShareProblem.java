package kith.runtime.share;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a record is not shared, or nothing is told of its shares. */
public enum ShareProblem implements ProblemCode {
    SHARE_RECORD_UNKNOWN(ProblemKind.NOT_FOUND),
    SHARE_PARTY_UNKNOWN(ProblemKind.NOT_FOUND),
    SHARE_FORBIDDEN(ProblemKind.FORBIDDEN),
    SHARE_INVALID(ProblemKind.INVALID);

    private final ProblemKind kind;

    ShareProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
