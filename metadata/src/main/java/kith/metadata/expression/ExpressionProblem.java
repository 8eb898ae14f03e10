package kith.metadata.expression;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Reasons for which expressions are not evaluated. */
public enum ExpressionProblem implements ProblemCode {
    /** Together they take more steps than the expressions of one write may. */
    EXPRESSIONS_TOO_COSTLY(ProblemKind.LIMIT);

    private final ProblemKind kind;

    ExpressionProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
