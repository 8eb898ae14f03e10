package kith.runtime.client;

import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemException;
import kith.metadata.problem.ProblemKind;

/** What is wrong with an order about API clients. */
public enum ApiClientProblem implements ProblemCode {
    API_CLIENT_UNKNOWN(ProblemKind.NOT_FOUND),
    API_CLIENT_NAME_INVALID(ProblemKind.INVALID),
    TOO_MANY_API_CLIENTS(ProblemKind.LIMIT);

    private final ProblemKind kind;

    ApiClientProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }

    /** To be thrown. */
    public ProblemException at(String argument, String message) {
        return new ProblemException(Problem.of(this, message).at(argument));
    }
}
