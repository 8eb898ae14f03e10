package kith.runtime.move;

import java.util.List;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why an object does not move. */
public enum MoveProblem implements ProblemCode {
    MOVE_UNKNOWN_OBJECT(ProblemKind.NOT_FOUND),
    MOVE_NOT_POSSIBLE(ProblemKind.INVALID),
    MOVE_INDEX_REFUSED(ProblemKind.INVALID),
    MOVE_UNDER_WAY(ProblemKind.CONFLICT),
    MOVE_LOST(ProblemKind.NOT_FOUND),
    MOVE_MISMATCH(ProblemKind.INTERNAL);

    private final ProblemKind kind;

    MoveProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    ProblemException saying(String message, String hint, Object... path) {
        return new ProblemException(Problem.of(this, message).hint(hint).at(List.of(path)));
    }

    ProblemException saying(String message) {
        return new ProblemException(Problem.of(this, message));
    }
}
