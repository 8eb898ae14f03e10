package kith.server.http;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why a request is refused before anybody looks at what it says. */
public enum HttpProblem implements ProblemCode {
    BODY_TOO_LARGE(ProblemKind.LIMIT),
    BODY_STALLED(ProblemKind.INVALID),
    PROTOCOL_UNKNOWN(ProblemKind.INVALID),
    REQUEST_FAILED(ProblemKind.INTERNAL);

    private final ProblemKind kind;

    HttpProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    public ProblemException because(String message, String hint) {
        return new ProblemException(Problem.of(this, message).hint(hint));
    }
}
