package kith.graphql.reference;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.access.MemberAccess;
import kith.runtime.access.RowFilter;

/** Keeps one object's records and all secret fields from those who are no administrators. */
final class RestrictedAccess implements Access {

    static final String OBJECT = "Birch";
    static final String FIELD = "secret";

    private final Access members = new MemberAccess();

    @Override
    public RowFilter rows(Caller caller, ObjectType object) {
        return isRestricted(caller) && object.name().equals(OBJECT)
                ? RowFilter.NOTHING
                : members.rows(caller, object);
    }

    @Override
    public boolean mayRead(Caller caller, Field field) {
        return !(isRestricted(caller) && field.name().equals(FIELD));
    }

    @Override
    public boolean mayWrite(Caller caller, Field field) {
        return mayRead(caller, field);
    }

    @Override
    public void require(Caller caller, ObjectRight right, ObjectType object) {
        members.require(caller, right, object);
    }

    @Override
    public String readKey(Caller caller) {
        return isRestricted(caller) ? "restricted" : members.readKey(caller);
    }

    private static boolean isRestricted(Caller caller) {
        return !caller.isAdministrator();
    }
}
