package kith.runtime.access;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;

/** Everything is allowed: for rules that run with the rights of the system. */
public final class SystemAccess implements Access {

    @Override
    public RowFilter rows(Caller caller, ObjectType object) {
        return RowFilter.EVERYTHING;
    }

    @Override
    public boolean mayRead(Caller caller, Field field) {
        return true;
    }

    @Override
    public boolean mayWrite(Caller caller, Field field) {
        return true;
    }

    @Override
    public void require(Caller caller, ObjectRight right, ObjectType object) {
        // Nothing is forbidden.
    }

    @Override
    public String readKey(Caller caller) {
        return "system";
    }
}
