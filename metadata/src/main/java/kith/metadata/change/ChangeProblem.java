package kith.metadata.change;

import java.util.Optional;
import kith.metadata.problem.Problem;

/**
 * Why a change set is refused.
 *
 * @param position where in a script, if the problem lies in one
 */
public record ChangeProblem(Problem problem, Optional<Position> position) {

    /** A problem outside of scripts. */
    public static ChangeProblem of(Problem problem) {
        return new ChangeProblem(problem, Optional.empty());
    }

    /** A place in a script; both count from 1. */
    public record Position(int line, int column) {}
}
