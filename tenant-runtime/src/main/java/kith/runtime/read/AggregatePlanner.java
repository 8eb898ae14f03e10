package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.problem.Problem;

/** Groups within their limits, made of fields that may be read. */
record AggregatePlanner(Planning planning) {

    static final int MAX_GROUPS = 1_000;

    AggregatePlan plan(AggregateArguments arguments, AggregateSelection selection, Path path) {
        if (arguments.first() < 1 || arguments.first() > MAX_GROUPS) {
            planning.refuse(
                    Problem.of(
                            ReadProblem.PAGE_TOO_LARGE,
                            "An aggregate gives 1 to 1,000 groups, not " + arguments.first()),
                    path);
        }
        List<AggregatePlan.Key> keys = new ArrayList<>();
        for (GroupKey key : arguments.keys()) {
            keys.add(key(key, path.then("groupBy").then(key.name())));
        }
        condition(arguments.having(), path.then("having"));
        for (GroupOrder order : arguments.order()) {
            if (order.target() instanceof GroupOrder.Measured(var measure)) {
                measure(measure, path.then("orderBy"));
            }
        }
        for (AggregateSelection.Part part : selection.parts()) {
            if (part instanceof AggregateSelection.Groups(var key, var items)) {
                items(items, path.then(key));
            }
        }
        return new AggregatePlan(
                keys, arguments.having(), arguments.order(), arguments.first(), selection);
    }

    private AggregatePlan.Key key(GroupKey key, Path path) {
        List<OrderPlan.Step> steps = new ArrayList<>();
        for (Field reference : key.through()) {
            planning.requireReadable(reference, path);
            steps.add(new OrderPlan.Step(reference, planning.target(reference)));
        }
        planning.requireReadable(key.field(), path);
        return new AggregatePlan.Key(key, steps);
    }

    private void condition(GroupCondition condition, Path path) {
        switch (condition) {
            case GroupCondition.All(var parts) -> parts.forEach(part -> condition(part, path));
            case GroupCondition.Any(var parts) -> parts.forEach(part -> condition(part, path));
            case GroupCondition.Not(var part) -> condition(part, path);
            case GroupCondition.Compare(var measure, var _, var _) -> measure(measure, path);
            case GroupCondition.Missing(var measure) -> measure(measure, path);
        }
    }

    private void items(List<AggregateSelection.Item> items, Path path) {
        for (AggregateSelection.Item item : items) {
            switch (item) {
                case AggregateSelection.Value(var key, var measure) ->
                        measure(measure, path.then(key));
                case AggregateSelection.Several(var key, var inner) -> items(inner, path.then(key));
                case AggregateSelection.Keys _, AggregateSelection.Text _ -> {}
            }
        }
    }

    private void measure(Measure measure, Path path) {
        if (measure instanceof Measure.Of(var _, var field)) {
            planning.requireReadable(field, path);
        }
    }
}
