package kith.runtime.value;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why a value does not fit its field. */
public enum ValueProblem implements ProblemCode {
    VALUE_WRONG_TYPE,
    TEXT_TOO_LONG,
    TEXT_CHARACTER_REFUSED,
    NUMBER_MALFORMED,
    NUMBER_TOO_PRECISE,
    NUMBER_TOO_LARGE,
    DATE_MALFORMED,
    DATE_OUT_OF_RANGE,
    PICKLIST_VALUE_UNKNOWN,
    PICKLIST_VALUE_INACTIVE,
    TARGET_UNKNOWN,
    EMAIL_MALFORMED,
    PHONE_MALFORMED,
    URL_MALFORMED,
    ID_MALFORMED;

    @Override
    public ProblemKind kind() {
        return ProblemKind.INVALID;
    }
}
