package kith.runtime.write;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a write was refused. */
public enum WriteProblem implements ProblemCode {
    FIELD_REQUIRED(ProblemKind.INVALID),
    FIELD_READ_ONLY(ProblemKind.INVALID),
    RECORD_ID_MALFORMED(ProblemKind.INVALID),
    RECORD_INVALID(ProblemKind.INVALID),
    REFERENCE_TO_ITSELF(ProblemKind.INVALID),
    REFERENCE_WRONG_OBJECT(ProblemKind.INVALID),
    PART_NOT_SEPARABLE(ProblemKind.INVALID),
    RELATION_CONTRADICTED(ProblemKind.INVALID),
    RELATED_OF_MANY(ProblemKind.INVALID),
    UPSERT_KEY_UNSUITABLE(ProblemKind.INVALID),
    UPSERT_KEY_MISSING(ProblemKind.INVALID),
    UPSERT_KEY_REPEATED(ProblemKind.INVALID),
    RECORD_NOT_FOUND(ProblemKind.NOT_FOUND),
    RECORD_NOT_CHANGEABLE(ProblemKind.FORBIDDEN),
    REFERENCE_NOT_FOUND(ProblemKind.NOT_FOUND),
    VERSION_CONFLICT(ProblemKind.CONFLICT),
    UNIQUE_VALUE_TAKEN(ProblemKind.CONFLICT),
    RECORD_ID_TAKEN(ProblemKind.CONFLICT),
    IDEMPOTENCY_KEY_REUSED(ProblemKind.CONFLICT),
    RECORD_NOT_DELETED(ProblemKind.CONFLICT),
    PARENT_DELETED(ProblemKind.CONFLICT),
    BATCH_TOO_LARGE(ProblemKind.LIMIT),
    TOO_MANY_MATCHES(ProblemKind.LIMIT),
    TOO_MANY_PARTS(ProblemKind.LIMIT),
    TOO_MANY_DEPENDENTS(ProblemKind.LIMIT);

    private final ProblemKind kind;

    WriteProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
