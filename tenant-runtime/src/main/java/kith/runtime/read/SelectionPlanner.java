package kith.runtime.read;

import java.util.List;

/** What is selected of records and pages, with the rights of the caller in every place. */
record SelectionPlanner(
        Planning planning,
        ConditionPlanner conditions,
        PagePlanner pages,
        AggregatePlanner aggregates) {

    SelectionPlanner(Planning planning) {
        this(
                planning,
                new ConditionPlanner(planning),
                new PagePlanner(planning),
                new AggregatePlanner(planning));
    }

    /**
     * Plans the object that a record becomes.
     *
     * @param depth how many records this one is within, itself included
     */
    RecordPlan record(RecordSelection selection, int depth, Path path) {
        if (!planning.isWithinDepth(depth, path)) {
            return new RecordPlan(List.of());
        }
        return new RecordPlan(
                selection.items().stream()
                        .map(item -> item(item, depth, path.then(item.key())))
                        .toList());
    }

    private RecordPlan.Item item(RecordSelection.Selected item, int depth, Path path) {
        return switch (item) {
            case RecordSelection.Value(var key, var field) -> {
                planning.requireReadable(field, path);
                yield new RecordPlan.Value(key, field);
            }
            case RecordSelection.Constant(var key, var text) -> new RecordPlan.Constant(key, text);
            case RecordSelection.ConstantBeside(var key, var field, var text) -> {
                planning.requireReadable(field, path);
                yield new RecordPlan.ConstantBeside(key, field, text);
            }
            case RecordSelection.ToOne(var key, var reference, var selection) -> {
                planning.requireReadable(reference, path);
                yield new RecordPlan.ToOne(
                        key,
                        reference,
                        planning.target(reference),
                        record(selection, depth + 1, path));
            }
            case RecordSelection.ToAny(var key, var reference, var object, var selections) -> {
                planning.requireReadable(reference, path);
                yield new RecordPlan.ToAny(
                        key,
                        reference,
                        object,
                        selections.stream()
                                .map(each ->
                                        new RecordPlan.Target(
                                                planning.source(each.object()),
                                                record(each.selection(), depth + 1, path)))
                                .toList());
            }
            case RecordSelection.History(var key, var object, var first, var after, var history) ->
                    new RecordPlan.History(
                            key,
                            new HistoryPlanner(planning, this)
                                    .plan(object, first, after, history, depth, path));
            case RecordSelection.ToMany(var key, var relation, var arguments, var selection) -> {
                planning.requireReadable(relation.field(), path);
                Source target = planning.source(relation.target());
                yield new RecordPlan.ToMany(
                        key, relation, list(target, arguments, selection, depth + 1, path));
            }
        };
    }

    /** Plans a page; its records are {@code depth} deep. */
    ListPlan list(
            Source source,
            ListArguments arguments,
            ConnectionSelection selection,
            int depth,
            Path path) {
        OrderPlan order = pages.order(source, arguments.order(), path.then("orderBy"));
        return new ListPlan(
                source,
                conditions.plan(arguments.filter(), path.then("filter")),
                order,
                pages.page(arguments.page(), order, path),
                selection.parts().stream()
                        .map(part -> part(part, depth, path.then(part.key())))
                        .toList());
    }

    private ListPlan.Part part(ConnectionSelection.Part part, int depth, Path path) {
        return switch (part) {
            case ConnectionSelection.TotalCount(var key) -> new ListPlan.TotalCount(key);
            case ConnectionSelection.CappedCount(var key, var max) -> {
                pages.requireWithin(
                        max,
                        PagePlanner.MAX_CAPPED_COUNT,
                        "A capped count counts to 1 to 100,000",
                        path);
                yield new ListPlan.CappedCount(key, max);
            }
            case ConnectionSelection.Aggregate(var key, var arguments, var selection) ->
                    new ListPlan.Aggregate(key, aggregates.plan(arguments, selection, path));
            case ConnectionSelection.PageInfo(var key, var items) ->
                    new ListPlan.PageInfo(key, items);
            case ConnectionSelection.Nodes(var key, var selection) ->
                    new ListPlan.Nodes(key, record(selection, depth, path));
            case ConnectionSelection.Edges(var key, var items) ->
                    new ListPlan.Edges(
                            key,
                            items.stream()
                                    .map(item -> edgeItem(item, depth, path.then(item.key())))
                                    .toList());
            case ConnectionSelection.Text(var key, var text) -> new ListPlan.Text(key, text);
        };
    }

    private ListPlan.EdgeItem edgeItem(ConnectionSelection.EdgeItem item, int depth, Path path) {
        return switch (item) {
            case ConnectionSelection.Cursor(var key) -> new ListPlan.Cursor(key);
            case ConnectionSelection.Node(var key, var selection) ->
                    new ListPlan.Node(key, record(selection, depth, path));
            case ConnectionSelection.EdgeText(var key, var text) ->
                    new ListPlan.EdgeText(key, text);
        };
    }
}
