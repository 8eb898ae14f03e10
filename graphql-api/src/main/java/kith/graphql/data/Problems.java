package kith.graphql.data;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;

/** Collects all that is wrong with a request, so that the caller hears of it at once. */
final class Problems {

    /** More would help nobody. */
    private static final int MOST = 100;

    private final List<Problem> found = new ArrayList<>();

    void add(ProblemCode code, RequestPath path, String message) {
        add(Problem.of(code, message), path);
    }

    void add(ProblemCode code, RequestPath path, String message, String hint) {
        add(Problem.of(code, message).hint(hint), path);
    }

    void add(Problem problem, RequestPath path) {
        if (found.size() < MOST) {
            found.add(problem.at(path.steps()));
        }
    }

    List<Problem> found() {
        return List.copyOf(found);
    }

    /** Refuses the request if there is any. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
