package kith.runtime.access;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;

/**
 * Members read everything of their tenant and write the objects that members may write;
 * administrators write all.
 */
public final class MemberAccess implements Access {

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
    public void requireWrite(Caller caller, ObjectType object) {
        boolean isAllowed =
                switch (object.definition().writers()) {
                    case MEMBERS -> true;
                    case ADMINISTRATORS -> caller.isAdministrator();
                };
        if (!isAllowed) {
            throw new ProblemException(
                    Problem.of(
                                    AccessProblem.WRITE_FORBIDDEN,
                                    "Only administrators write "
                                            + object.definition().pluralLabel())
                            .hint("Ask an administrator of your organization."));
        }
    }

    @Override
    public String readKey(Caller caller) {
        return "member";
    }
}
