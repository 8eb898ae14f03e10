package kith.runtime.rule;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why rules stopped a write. */
public enum RuleProblem implements ProblemCode {
    RULE_REFUSED(ProblemKind.INVALID),
    RULE_NOT_APPLICABLE(ProblemKind.INVALID),
    RULE_FAILED(ProblemKind.INVALID),
    RULE_WRITE_REFUSED(ProblemKind.INVALID),
    RULE_LIMIT_EXCEEDED(ProblemKind.LIMIT),
    RULES_BUSY(ProblemKind.LIMIT),
    RULE_BROKEN(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    RuleProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
