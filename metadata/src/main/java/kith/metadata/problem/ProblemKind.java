package kith.metadata.problem;

/** The closed list of what a failure can mean to a caller. */
public enum ProblemKind {
    INVALID,
    UNAUTHENTICATED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    LIMIT,
    UNAVAILABLE,
    INTERNAL
}
