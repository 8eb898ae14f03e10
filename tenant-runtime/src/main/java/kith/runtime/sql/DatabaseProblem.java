package kith.runtime.sql;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** Why the database did not answer. Messages never repeat its own words: these name values. */
public enum DatabaseProblem implements ProblemCode {
    CONCURRENT_CHANGE(ProblemKind.CONFLICT, "Another change came first"),
    STATEMENT_TIMEOUT(ProblemKind.LIMIT, "The request took too long and was stopped"),
    DATABASE_BUSY(ProblemKind.UNAVAILABLE, "The database is busy; try again"),
    DATABASE_UNAVAILABLE(ProblemKind.UNAVAILABLE, "The database cannot be reached; try again"),
    DATABASE_FAILURE(ProblemKind.INTERNAL, "The database refused a statement");

    private final ProblemKind kind;
    private final String message;

    DatabaseProblem(ProblemKind kind, String message) {
        this.kind = kind;
        this.message = message;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    ProblemException exception() {
        return new ProblemException(Problem.of(this, message));
    }

    ProblemException because(Throwable cause) {
        return new ProblemException(Problem.of(this, message), cause);
    }
}
