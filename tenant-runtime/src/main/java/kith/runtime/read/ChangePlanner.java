package kith.runtime.read;

import kith.runtime.access.RowFilter;

/** What is told of changes, with the rights of the caller in every place. */
record ChangePlanner(Planning planning, SelectionPlanner selections) {

    /** System object of those who write. */
    private static final String USER = "User";

    ChangesPlan changes(ReadRequest.Changes request) {
        Path path = Path.root(request.key());
        return new ChangesPlan(
                request.after().map(StreamCursor::position).orElse(0L),
                request.size(),
                request.objects().stream()
                        .map(object -> planning.source(object, true))
                        .filter(source -> !(source.rows() instanceof RowFilter.Nothing))
                        .toList(),
                planning.readable(request.objects()),
                request.selection().parts().stream()
                        .map(part -> part(part, path.then(part.key())))
                        .toList());
    }

    private ChangesPlan.Part part(ChangesSelection.Part part, Path path) {
        return switch (part) {
            case ChangesSelection.Nodes(var key, var selection) ->
                    new ChangesPlan.Nodes(key, change(selection, path));
            case ChangesSelection.PageInfo(var key, var items) ->
                    new ChangesPlan.PageInfo(key, items);
            case ChangesSelection.LatestCursor(var key) -> new ChangesPlan.LatestCursor(key);
            case ChangesSelection.Text(var key, var text) -> new ChangesPlan.Text(key, text);
        };
    }

    ChangePlan change(ChangeSelection selection, Path path) {
        return new ChangePlan(
                selection.items().stream().map(item -> item(item, path.then(item.key()))).toList());
    }

    private ChangePlan.Item item(ChangeSelection.Item item, Path path) {
        return switch (item) {
            case ChangeSelection.Told(var key, var fact) -> new ChangePlan.Told(key, fact);
            case ChangeSelection.Text(var key, var text) -> new ChangePlan.Text(key, text);
            case ChangeSelection.Actor(var key, var selection) ->
                    new ChangePlan.Actor(
                            key, planning.source(USER), selections.record(selection, 1, path));
            case ChangeSelection.Values(var key, var items) -> new ChangePlan.Values(key, items);
            case ChangeSelection.Whole(var key, var perObject) ->
                    new ChangePlan.Whole(
                            key,
                            perObject.stream()
                                    .map(each ->
                                            new ReadPlan.Alternative(
                                                    planning.source(each.object(), true),
                                                    selections.record(each.selection(), 1, path)))
                                    .toList());
        };
    }
}
