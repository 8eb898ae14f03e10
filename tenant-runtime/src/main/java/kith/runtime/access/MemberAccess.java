package kith.runtime.access;

import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.Sharing;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/**
 * Members see and do what the rights of their permission sets say, and of an object that is not
 * open to all with the records that they own or were given, unless they may view or modify all.
 */
public final class MemberAccess implements Access {

    @Override
    public RowFilter rows(Caller caller, ObjectType object) {
        return caller.rights().may(ObjectRight.READ, object)
                ? rows(caller, object, /* isForChange= */ false)
                : RowFilter.NOTHING;
    }

    @Override
    public RowFilter changeableRows(Caller caller, ObjectType object) {
        return caller.rights().may(ObjectRight.READ, object)
                ? rows(caller, object, /* isForChange= */ true)
                : RowFilter.NOTHING;
    }

    private static RowFilter rows(Caller caller, ObjectType object, boolean isForChange) {
        Sharing sharing = object.definition().sharing();
        boolean isOpen =
                switch (sharing.everyone()) {
                    case READ_WRITE -> true;
                    case READ -> !isForChange;
                    case NOTHING -> false;
                };
        return isOpen || mayAll(caller, object, isForChange)
                ? RowFilter.EVERYTHING
                : caller.user()
                        .<RowFilter>map(user ->
                                new RowFilter.Shared(user, sharing.isUpwards(), isForChange))
                        .orElse(RowFilter.NOTHING);
    }

    private static boolean mayAll(Caller caller, ObjectType object, boolean isForChange) {
        return caller.rights().may(ObjectRight.MODIFY_ALL, object)
                || (!isForChange && caller.rights().may(ObjectRight.VIEW_ALL, object));
    }

    @Override
    public boolean mayRead(Caller caller, Field field) {
        return caller.rights().mayRead(field);
    }

    @Override
    public boolean mayWrite(Caller caller, Field field) {
        return caller.rights().mayEdit(field);
    }

    @Override
    public void require(Caller caller, ObjectRight right, ObjectType object) {
        if (!caller.rights().may(right, object)) {
            throw new ProblemException(refusal(right, object));
        }
    }

    private static Problem refusal(ObjectRight right, ObjectType object) {
        String records = object.definition().pluralLabel();
        return object.definition().writers() == Writers.ADMINISTRATORS
                ? Problem.of(AccessProblem.WRITE_FORBIDDEN, "Only administrators write " + records)
                        .hint("Ask an administrator of your organization.")
                : Problem.of(
                                AccessProblem.WRITE_FORBIDDEN,
                                "You may not " + verb(right) + " " + records)
                        .hint("Ask an administrator of your organization for a permission set.");
    }

    private static String verb(ObjectRight right) {
        return switch (right) {
            case READ, VIEW_ALL -> "see";
            case CREATE -> "create";
            case UPDATE, MODIFY_ALL -> "change";
            case DELETE -> "delete";
        };
    }

    @Override
    public String readKey(Caller caller) {
        return caller.rights().key();
    }
}
