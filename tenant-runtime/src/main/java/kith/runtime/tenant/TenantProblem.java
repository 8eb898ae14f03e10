package kith.runtime.tenant;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a tenant does not work, or is not made. */
public enum TenantProblem implements ProblemCode {
    TENANT_UNKNOWN(ProblemKind.NOT_FOUND),
    TENANT_NOT_READY(ProblemKind.UNAVAILABLE),
    TENANT_SUSPENDED(ProblemKind.FORBIDDEN),
    TENANT_DELETED(ProblemKind.FORBIDDEN),
    TENANT_SLUG_INVALID(ProblemKind.INVALID),
    TENANT_SLUG_RESERVED(ProblemKind.INVALID),
    TENANT_SETTING_INVALID(ProblemKind.INVALID),
    TENANT_EXISTS(ProblemKind.CONFLICT),
    TENANT_NOT_CONFIRMED(ProblemKind.INVALID),
    TENANT_STATUS_CONFLICT(ProblemKind.CONFLICT);

    private final ProblemKind kind;

    TenantProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    public Problem saying(String message) {
        return Problem.of(this, message);
    }
}
