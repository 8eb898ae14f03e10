package kith.runtime.access;

import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;

/**
 * The single door through which every read and write asks what its caller may see and do. It is
 * asked while a request is planned, once for each object and field in it, so it must not wait for
 * anything.
 */
public interface Access {

    /** Which records of an object the caller may know of. */
    RowFilter rows(Caller caller, ObjectType object);

    /** Which of them the caller may change, delete and share. */
    default RowFilter changeableRows(Caller caller, ObjectType object) {
        return rows(caller, object);
    }

    /** Whether the caller may read the values of a field, filter by them and sort by them. */
    boolean mayRead(Caller caller, Field field);

    /** Whether the caller may write the values of a field of an object that it may write. */
    boolean mayWrite(Caller caller, Field field);

    /**
     * Refuses a caller who has not this right to the records of an object.
     *
     * @throws kith.metadata.problem.ProblemException with {@link AccessProblem#WRITE_FORBIDDEN}
     */
    void require(Caller caller, ObjectRight right, ObjectType object);

    /**
     * Equal for callers who may read the same, of whatever tenant: what was planned for one of them
     * serves the others, with the caller's own id in the place of theirs.
     */
    String readKey(Caller caller);
}
