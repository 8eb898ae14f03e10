package kith.server.start;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why the server does not start. */
public enum StartCode implements ProblemCode {
    SETTING_INVALID(ProblemKind.INVALID),
    SERVER_PORT_TAKEN(ProblemKind.CONFLICT),
    DATABASE_UNREACHABLE(ProblemKind.UNAVAILABLE),
    DATABASE_REFUSED(ProblemKind.FORBIDDEN),
    DATABASE_NOT_MIGRATED(ProblemKind.CONFLICT),
    MIGRATION_FAILED(ProblemKind.CONFLICT),
    REDIS_UNREACHABLE(ProblemKind.UNAVAILABLE),
    REDIS_REFUSED(ProblemKind.FORBIDDEN),
    ISSUER_UNREACHABLE(ProblemKind.UNAVAILABLE);

    private final ProblemKind kind;

    StartCode(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    ProblemException because(String message, String hint) {
        return new ProblemException(Problem.of(this, message).hint(hint));
    }

    ProblemException because(String message, String hint, Throwable cause) {
        return new ProblemException(Problem.of(this, message).hint(hint), cause);
    }
}
