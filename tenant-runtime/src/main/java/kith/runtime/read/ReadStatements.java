package kith.runtime.read;

import java.util.List;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.sql.Sql;

/**
 * Reads as SQL, for those who run them within a statement or transaction of their own. All methods
 * throw a {@link kith.metadata.problem.ProblemException} with every reason to refuse a read.
 */
public final class ReadStatements {

    private final ReadPlanner planner;

    public ReadStatements(Access access) {
        this.planner = new ReadPlanner(access);
    }

    /** An expression that gives the whole answer as {@code json}; select it alone. */
    public Sql answer(Caller caller, Catalog catalog, ReadRequest request) {
        return answer(caller, caller.tenant().key(), catalog, request);
    }

    /** The same for the tenant with this key, by the rights of the caller. */
    Sql answer(Caller caller, int tenant, Catalog catalog, ReadRequest request) {
        return ReadRenderer.render(planner.plan(caller, catalog, request), tenant);
    }

    /**
     * What a statement that writes a record of an object answers about it; empty where only another
     * statement can tell.
     */
    public Optional<WrittenRow> written(
            Caller caller, Catalog catalog, ObjectType object, RecordSelection selection) {
        ReadRequest.Root root =
                new ReadRequest.ByIds(
                        "written", object, List.of(), /* withDeleted= */ false, selection);
        return planner.plan(caller, catalog, new ReadRequest(List.of(root))).roots().getFirst()
                        instanceof ReadPlan.Several several
                ? WrittenRow.of(several, caller.tenant().key())
                : Optional.empty();
    }

    /** A select of the ids of all live records of an object that match and may be seen. */
    public Sql idsOf(Caller caller, Catalog catalog, ObjectType object, Predicate predicate) {
        return ReadRenderer.ids(
                planner.matching(caller, catalog, object, predicate, false), caller.tenant().key());
    }

    /** The same of those in the bin. */
    public Sql deletedIdsOf(
            Caller caller, Catalog catalog, ObjectType object, Predicate predicate) {
        return ReadRenderer.deletedIds(
                planner.matching(caller, catalog, object, predicate, true), caller.tenant().key());
    }

    /** What a subscriber is to be told of the changes of an object. */
    public EventsPlan events(Caller caller, Catalog catalog, EventsRequest request) {
        return planner.events(caller, catalog, request);
    }
}
