package kith.runtime.stream;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why the stream cannot be read from a place. */
public enum StreamProblem implements ProblemCode {
    CURSOR_UNKNOWN(
            ProblemKind.INVALID,
            "The cursor is none of this stream of changes",
            "Read the records anew, and go on from `latestCursor`"),
    CURSOR_EXPIRED(
            ProblemKind.NOT_FOUND,
            "The changes behind the cursor are no longer kept",
            "Read the records anew, and go on from `latestCursor`");

    private final ProblemKind kind;
    private final String message;
    private final String hint;

    StreamProblem(ProblemKind kind, String message, String hint) {
        this.kind = kind;
        this.message = message;
        this.hint = hint;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    /** About the cursor that stands there in the request. */
    public Problem at(Object... path) {
        return Problem.of(this, message).hint(hint).at(path);
    }
}
