package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;

/** Request to plan. Pure: the same arguments give the same plan. */
final class ReadPlanner {

    private final Access access;

    ReadPlanner(Access access) {
        this.access = access;
    }

    /**
     * Plans a read.
     *
     * @throws kith.metadata.problem.ProblemException with every reason to refuse it
     */
    ReadPlan plan(Caller caller, Catalog catalog, ReadRequest request) {
        Planning planning = new Planning(access, caller, catalog);
        SelectionPlanner selections = new SelectionPlanner(planning);
        List<ReadPlan.Root> roots =
                request.roots().stream().map(root -> root(planning, selections, root)).toList();
        planning.finish();
        return new ReadPlan(roots);
    }

    /** Plans which records a condition means, without reading anything of them. */
    Matching matching(
            Caller caller,
            Catalog catalog,
            ObjectType object,
            Predicate predicate,
            boolean withDeleted) {
        Planning planning = new Planning(access, caller, catalog);
        Condition condition = new ConditionPlanner(planning).plan(predicate, Path.root("filter"));
        planning.finish();
        return new Matching(planning.source(object, withDeleted), condition);
    }

    /** Plans what a subscriber is told. */
    EventsPlan events(Caller caller, Catalog catalog, EventsRequest request) {
        Planning planning = new Planning(access, caller, catalog);
        Source source = planning.source(request.object(), true);
        Condition filter =
                new ConditionPlanner(planning).plan(request.filter(), Path.root("filter"));
        ChangePlan change =
                new ChangePlanner(planning, new SelectionPlanner(planning))
                        .change(request.selection(), Path.root(request.key()));
        planning.finish();
        return new EventsPlan(
                caller.tenant().key(),
                source,
                filter,
                FilterFields.of(request.filter()),
                planning.readable(List.of(request.object())),
                change);
    }

    private static ReadPlan.Root root(
            Planning planning, SelectionPlanner selections, ReadRequest.Root root) {
        Path path = Path.root(root.key());
        return switch (root) {
            case ReadRequest.ById(var key, var object, var id, var selection) ->
                    new ReadPlan.One(
                            key,
                            planning.source(object),
                            id,
                            selections.record(selection, 1, path));
            case ReadRequest.ByIds(var key, var object, var ids, var withDeleted, var selection) ->
                    new ReadPlan.Several(
                            key,
                            planning.written(object, withDeleted),
                            ids,
                            selections.record(selection, 1, path));
            case ReadRequest.Listing(var key, var object, var arguments, var selection) ->
                    new ReadPlan.Listed(
                            key,
                            selections.list(
                                    planning.source(object), arguments, selection, 1, path));
            case ReadRequest.Deleted(var key, var object, var arguments, var selection) ->
                    new ReadPlan.Deleted(
                            key,
                            selections.list(
                                    planning.source(object, true), arguments, selection, 1, path));
            case ReadRequest.Aggregated(
                            var key,
                            var object,
                            var filter,
                            var arguments,
                            var selection) ->
                    new ReadPlan.Aggregated(
                            key,
                            planning.source(object),
                            selections.conditions().plan(filter, path.then("filter")),
                            selections.aggregates().plan(arguments, selection, path));
            case ReadRequest.Changes changes ->
                    new ReadPlan.Stretch(
                            changes.key(),
                            new ChangePlanner(planning, selections).changes(changes));
            case ReadRequest.Search search ->
                    new ReadPlan.Found(
                            search.key(),
                            new SearchPlanner(planning, selections).plan(search, path));
            case ReadRequest.AnyById(var key, var id, var alternatives) ->
                    new ReadPlan.Whichever(
                            key,
                            id,
                            alternatives.stream()
                                    .map(each -> alternative(planning, selections, each, path))
                                    .toList());
        };
    }

    private static ReadPlan.Alternative alternative(
            Planning planning, SelectionPlanner selections, ReadRequest.PerObject each, Path path) {
        return new ReadPlan.Alternative(
                planning.source(each.object()), selections.record(each.selection(), 1, path));
    }

    /** The records that a condition means. */
    record Matching(Source source, Condition condition) {}
}
