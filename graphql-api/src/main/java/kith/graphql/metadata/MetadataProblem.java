package kith.graphql.metadata;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a request to the metadata is refused before a change set is made of it. */
public enum MetadataProblem implements ProblemCode {
    COMPONENT_EXISTS(ProblemKind.CONFLICT),
    COMPONENT_KIND_UNKNOWN(ProblemKind.INVALID);

    private final ProblemKind kind;

    MetadataProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
