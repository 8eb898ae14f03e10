package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Access;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import kith.runtime.access.RowFilter;

/** What the planning of one request asks and finds; refuses with all problems at once. */
final class Planning {

    /** Records within records; deeper ones are asked for in a request of their own. */
    static final int MAX_DEPTH = 15;

    private final Access access;
    private final Caller caller;
    private final Catalog catalog;
    private final List<Problem> problems = new ArrayList<>();

    Planning(Access access, Caller caller, Catalog catalog) {
        this.access = access;
        this.caller = caller;
        this.catalog = catalog;
    }

    Source source(ObjectType object) {
        return source(object, false);
    }

    Source source(ObjectType object, boolean withDeleted) {
        return new Source(object, access.rows(caller, object), withDeleted);
    }

    /**
     * Records that the caller has just written, who is told of them even if they were given away.
     */
    Source written(ObjectType object, boolean withDeleted) {
        RowFilter rows =
                switch (access.rows(caller, object)) {
                    case RowFilter.Everything everything -> everything;
                    case RowFilter.Nothing nothing -> nothing;
                    case RowFilter.Shared _ -> RowFilter.EVERYTHING;
                };
        return new Source(object, rows, withDeleted);
    }

    /** The records that a reference can point to. */
    Source target(Field reference) {
        return source(
                catalog.require(
                        reference
                                .target()
                                .orElseThrow(() ->
                                        new IllegalArgumentException(
                                                reference.name() + " is no reference"))));
    }

    Source source(String object) {
        return source(catalog.require(object));
    }

    boolean mayRead(Field field) {
        return access.mayRead(caller, field);
    }

    /** The fields of objects that the caller may read. */
    ReadableFields readable(List<ObjectType> objects) {
        return ReadableFields.of(access, caller, objects);
    }

    void requireReadable(Field field, Path path) {
        if (!mayRead(field)) {
            refuse(
                    Problem.of(AccessProblem.FIELD_FORBIDDEN, "You may not read " + field.name())
                            .hint("Leave it out, or ask an administrator for the permission."),
                    path);
        }
    }

    /** Whether records may be nested so deep; a refusal is noted. */
    boolean isWithinDepth(int depth, Path path) {
        if (depth <= MAX_DEPTH) {
            return true;
        }
        refuse(
                Problem.of(
                                ReadProblem.TOO_DEEP,
                                "Records are nested more than " + MAX_DEPTH + " deep")
                        .hint("Ask for the inner ones in a request of their own."),
                path);
        return false;
    }

    void refuse(Problem problem, Path path) {
        problems.add(problem.at(path.steps()));
    }

    /**
     * Refuses if there is a reason.
     *
     * @throws ProblemException with all reasons
     */
    void finish() {
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }
}
