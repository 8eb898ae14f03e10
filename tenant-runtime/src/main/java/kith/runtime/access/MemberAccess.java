package kith.runtime.access;

import kith.metadata.ObjectDefinition.Writers;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/** Members see and do what the rights of their permission sets say. */
public final class MemberAccess implements Access {

    @Override
    public RowFilter rows(Caller caller, ObjectType object) {
        return caller.rights().may(ObjectRight.READ, object)
                ? RowFilter.EVERYTHING
                : RowFilter.NOTHING;
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
