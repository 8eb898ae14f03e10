package kith.runtime.write;

import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.value.OwnValues;

/** Which fields a caller may write. */
record FieldAccess(Access access, Caller caller, Catalog catalog) {

    /** Whether the caller may give a value; read-only fields only the platform itself fills. */
    boolean isWritable(ObjectType object, Field field) {
        return OwnValues.isSettable(object, field)
                && (!field.definition().isReadOnly() || caller.origin() == Caller.Origin.PLATFORM)
                && access.mayWrite(caller, field);
    }
}
