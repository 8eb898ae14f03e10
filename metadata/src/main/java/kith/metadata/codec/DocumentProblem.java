package kith.metadata.codec;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a document is no component. */
public enum DocumentProblem implements ProblemCode {
    /** The text is no YAML. */
    DOCUMENT_UNREADABLE,
    /** The kind is missing or not one that exists. */
    UNKNOWN_KIND,
    /** A property that components of this kind, or fields of this type, do not have. */
    UNKNOWN_PROPERTY,
    /** A property that must be there is not. */
    MISSING_PROPERTY,
    /** A property holds something of another form. */
    WRONG_VALUE,
    /** The type of a field is not one that exists. */
    UNKNOWN_FIELD_TYPE,
    /** Two properties exclude each other. */
    CONTRADICTION;

    @Override
    public ProblemKind kind() {
        return ProblemKind.INVALID;
    }
}
