package kith.metadata.change;

import kith.metadata.problem.ProblemCode;
import kith.metadata.problem.ProblemKind;

/** Why components cannot change as asked for, though the result would make a catalog. */
public enum ChangeRefusal implements ProblemCode {
    /** A change names a component that does not exist. */
    UNKNOWN_COMPONENT(ProblemKind.NOT_FOUND),
    /** The component is a part of the platform itself. */
    SYSTEM_COMPONENT(ProblemKind.INVALID),
    /** The component, or what is to change of it, belongs to the package that brought it. */
    PACKAGE_COMPONENT(ProblemKind.INVALID),
    /** A package brings a component whose name the tenant has given to one of its own. */
    NAME_TAKEN(ProblemKind.CONFLICT),
    /** The same component stands in the request twice. */
    DUPLICATE_COMPONENT(ProblemKind.INVALID),
    /** Something that stays as it was made, because records depend on it. */
    IMMUTABLE(ProblemKind.INVALID),
    /** Other components need the one that is to be removed. */
    STILL_NEEDED(ProblemKind.CONFLICT),
    /** Scripts use the name that is to be changed. */
    NAME_IN_USE(ProblemKind.CONFLICT),
    /** Records lack a value that would become required. */
    MISSING_VALUES(ProblemKind.CONFLICT),
    /** Records share values that would become unique. */
    DUPLICATE_VALUES(ProblemKind.CONFLICT),
    /** Records hold longer texts than would be allowed. */
    VALUES_TOO_LONG(ProblemKind.CONFLICT),
    /** Records hold values that would no longer be there to choose. */
    VALUES_IN_USE(ProblemKind.CONFLICT),
    /** The change would touch more records than one change may. */
    TOO_MANY_RECORDS(ProblemKind.LIMIT),
    /** All records would change at once while they are being moved to another table. */
    RECORDS_MOVING(ProblemKind.CONFLICT),
    /** What is to come back was removed so long ago that its values are gone. */
    VALUES_PURGED(ProblemKind.CONFLICT),
    /** The version to go back to is not one of the past. */
    UNKNOWN_VERSION(ProblemKind.NOT_FOUND);

    private final ProblemKind kind;

    ChangeRefusal(ProblemKind kind) {
        this.kind = kind;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
