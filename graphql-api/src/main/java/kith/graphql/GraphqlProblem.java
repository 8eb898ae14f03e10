package kith.graphql;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a GraphQL request is refused before it reaches records or metadata. */
public enum GraphqlProblem implements ProblemCode {
    REQUEST_MALFORMED(ProblemKind.INVALID),
    METHOD_NOT_ALLOWED(ProblemKind.INVALID),
    MEDIA_TYPE_UNSUPPORTED(ProblemKind.INVALID),
    IDEMPOTENCY_KEY_INVALID(ProblemKind.INVALID),
    GRAPHQL_SYNTAX(ProblemKind.INVALID),
    GRAPHQL_INVALID(ProblemKind.INVALID),
    OPERATION_UNKNOWN(ProblemKind.INVALID),
    VARIABLE_INVALID(ProblemKind.INVALID),
    ARGUMENT_INVALID(ProblemKind.INVALID),
    SUBSCRIPTION_NEEDS_STREAM(ProblemKind.INVALID),
    FILTER_EMPTY(ProblemKind.INVALID),
    PERIOD_UNKNOWN(ProblemKind.INVALID),
    DOCUMENT_TOO_LARGE(ProblemKind.LIMIT),
    QUERY_TOO_DEEP(ProblemKind.LIMIT),
    QUERY_TOO_WIDE(ProblemKind.LIMIT),
    CATALOG_CHANGING(ProblemKind.UNAVAILABLE),
    INTERNAL_ERROR(ProblemKind.INTERNAL);

    private final ProblemKind kind;

    GraphqlProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
