package kith.runtime.access;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** What a caller may not do. */
public enum AccessProblem implements ProblemCode {
    FIELD_FORBIDDEN,
    WRITE_FORBIDDEN;

    @Override
    public ProblemKind kind() {
        return ProblemKind.FORBIDDEN;
    }
}
