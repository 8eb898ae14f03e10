package kith.runtime.member;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why nothing can be said of a user. */
public enum MemberProblem implements ProblemCode {
    /** The user, the object or the field is not there. */
    ACCESS_UNKNOWN;

    @Override
    public ProblemKind kind() {
        return ProblemKind.NOT_FOUND;
    }
}
