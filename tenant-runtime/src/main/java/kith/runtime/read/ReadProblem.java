package kith.runtime.read;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a read is refused before it reaches the database. */
public enum ReadProblem implements ProblemCode {
    INVALID_CURSOR(ProblemKind.INVALID),
    PAGE_TOO_LARGE(ProblemKind.LIMIT),
    TOO_DEEP(ProblemKind.LIMIT);

    private final ProblemKind kind;

    ReadProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
