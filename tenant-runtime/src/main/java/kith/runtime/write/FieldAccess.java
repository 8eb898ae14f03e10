package kith.runtime.write;

import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.access.Access;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.value.OwnValues;

/** Which fields a caller may write. */
record FieldAccess(Access access, Caller caller, Catalog catalog) {

    /** Whether the caller may give a value; read-only fields only the platform itself fills. */
    boolean isWritable(ObjectType object, Field field) {
        return isSettable(object, field) && access.mayWrite(caller, field);
    }

    /** What to say where a value is given to a field that is not writable. */
    Problem refusal(ObjectType object, Field field, String name) {
        return isSettable(object, field)
                ? Problem.of(AccessProblem.FIELD_FORBIDDEN, "You may not change " + name)
                        .hint("Leave it out, or ask an administrator for the permission.")
                : Problem.of(
                        WriteProblem.FIELD_READ_ONLY, "`%s` cannot be written".formatted(name));
    }

    /** Whether the caller may name records by their values of a field. */
    Optional<Problem> keyRefusal(Field key) {
        return access.mayRead(caller, key)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(AccessProblem.FIELD_FORBIDDEN, "You may not read " + key.name())
                                .hint("Name the record by its id."));
    }

    private boolean isSettable(ObjectType object, Field field) {
        return OwnValues.isSettable(object, field)
                && (!field.definition().isReadOnly() || caller.origin() == Caller.Origin.PLATFORM);
    }
}
