package kith.crm.packages;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a package could not be used. */
public enum PackageProblem implements ProblemCode {
    PACKAGE_UNKNOWN(ProblemKind.NOT_FOUND),
    PACKAGE_REFUSED(ProblemKind.CONFLICT),
    PACKAGE_BROKEN(ProblemKind.INTERNAL);

    private final ProblemKind kind;

    PackageProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
