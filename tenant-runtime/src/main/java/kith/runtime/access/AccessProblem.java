package kith.runtime.access;

import kith.metadata.permission.UserFunction;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** What a caller may not do. */
public enum AccessProblem implements ProblemCode {
    FIELD_FORBIDDEN,
    WRITE_FORBIDDEN,
    FUNCTION_FORBIDDEN;

    /** That somebody needs a function that none of their permission sets grants. */
    public static Problem missing(UserFunction function) {
        return Problem.of(
                        FUNCTION_FORBIDDEN,
                        "You need the right \"%s\" for this".formatted(function.label()))
                .hint("Ask an administrator of your organization for a permission set.");
    }

    @Override
    public ProblemKind kind() {
        return ProblemKind.FORBIDDEN;
    }
}
