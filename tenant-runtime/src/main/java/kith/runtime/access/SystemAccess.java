package kith.runtime.access;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.permission.ObjectRight;

/**
 * Everything is allowed but to change who may do what: for rules that run with the rights of the
 * system, which whoever writes rules could use to give more rights to themselves.
 */
public final class SystemAccess implements Access {

    private final Access members = new MemberAccess();

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
        return caller.isAdministrator() || !isOfAdministrators(field);
    }

    private static boolean isOfAdministrators(Field field) {
        return field.object().equals(SystemObjects.USER)
                && field.name().equals(SystemObjects.ADMINISTRATOR);
    }

    @Override
    public void require(Caller caller, ObjectRight right, ObjectType object) {
        if (object.key() == SystemObjects.PERMISSION_ASSIGNMENT_KEY) {
            members.require(caller, right, object);
        }
    }

    @Override
    public String readKey(Caller caller) {
        return "system";
    }
}
