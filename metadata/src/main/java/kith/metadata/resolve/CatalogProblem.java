package kith.metadata.resolve;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why components together make no catalog. */
public enum CatalogProblem implements ProblemCode {
    /** A name has a form that names cannot have. */
    INVALID_NAME,
    /** A name that the platform keeps for itself. */
    RESERVED_NAME,
    /** Two things would have the same name in the API. */
    NAME_COLLISION,
    /** A component refers to an object that does not exist. */
    UNKNOWN_OBJECT,
    /** A permission set refers to a field that its object does not have. */
    UNKNOWN_FIELD,
    /** A label or another text is empty or too long. */
    INVALID_TEXT,
    /** An option of a field's type is out of its range. */
    INVALID_OPTION,
    /** The values of a picklist are empty, too many, or not unique. */
    INVALID_PICKLIST,
    /** A lookup has no target, too many, or one of them twice. */
    INVALID_TARGETS,
    /** The format of a counted number has not exactly one run of zeros in braces. */
    INVALID_FORMAT,
    /** The default does not fit the type of its field, or its expression does not compile. */
    INVALID_DEFAULT,
    /** A field of this type cannot be what a property asks for. */
    NOT_POSSIBLE_FOR_TYPE,
    /** Objects would be parts of each other. */
    MASTER_DETAIL_CYCLE,
    /** The script of a rule does not compile. */
    SCRIPT_REFUSED,
    /** A formula does not compile, or computes what its field does not hold. */
    FORMULA_REFUSED,
    /** A roll-up names what is not there, or sums up what its field does not hold. */
    ROLL_UP_REFUSED,
    /** The condition of a validation does not compile, or its field does not exist. */
    CONDITION_REFUSED,
    /** A fixed storage or key is taken, or does not fit. */
    STORAGE_CONFLICT,
    /** The object has no free slot of the kind that the field needs. */
    SLOTS_EXHAUSTED(ProblemKind.LIMIT),
    /** More components than a tenant or an object may have. */
    TOO_MANY_COMPONENTS(ProblemKind.LIMIT);

    private final ProblemKind kind;

    CatalogProblem() {
        this(ProblemKind.INVALID);
    }

    CatalogProblem(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
