package kith.metadata.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A request was refused or failed; carries all problems that were found, at least one. */
public final class ProblemException extends RuntimeException {

    private final transient List<Problem> problems;

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public ProblemException(List<Problem> problems) {
        super(
                problems.stream()
                        .map(problem -> problem.code().name() + ": " + problem.message())
                        .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public ProblemException(Problem problem, Throwable cause) {
        super(problem.code().name() + ": " + problem.message(), cause);
        this.problems = List.of(problem);
    }

    public List<Problem> problems() {
        return problems;
    }
}
