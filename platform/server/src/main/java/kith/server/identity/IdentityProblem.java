package kith.server.identity;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why a caller is not let in. */
public enum IdentityProblem implements ProblemCode {
    NOT_SIGNED_IN(ProblemKind.UNAUTHENTICATED),
    TOKEN_INVALID(ProblemKind.UNAUTHENTICATED),
    TOKEN_EXPIRED(ProblemKind.UNAUTHENTICATED),
    SESSION_ENDED(ProblemKind.UNAUTHENTICATED),
    CSRF_TOKEN_INVALID(ProblemKind.FORBIDDEN),
    TENANT_MISSING(ProblemKind.FORBIDDEN),
    TENANT_AMBIGUOUS(ProblemKind.FORBIDDEN),
    TENANT_NOT_GRANTED(ProblemKind.FORBIDDEN),
    USER_UNKNOWN(ProblemKind.FORBIDDEN),
    USER_INACTIVE(ProblemKind.FORBIDDEN),
    OPERATOR_REQUIRED(ProblemKind.FORBIDDEN),
    SIGN_IN_FAILED(ProblemKind.INVALID),
    IDENTITY_PROVIDER_UNAVAILABLE(ProblemKind.UNAVAILABLE),
    SESSIONS_UNAVAILABLE(ProblemKind.UNAVAILABLE);

    private final ProblemKind kind;

    IdentityProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    /** To be thrown. */
    public ProblemException because(String message, String hint) {
        return new ProblemException(Problem.of(this, message).hint(hint));
    }

    /** To be thrown. */
    public ProblemException because(String message, Throwable cause) {
        return new ProblemException(Problem.of(this, message), cause);
    }
}
