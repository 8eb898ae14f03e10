package kith.runtime.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemObjects;
import kith.metadata.problem.Problem;

/** The history of records within its limits: it tells of no field that may not be read. */
record HistoryPlanner(Planning planning, SelectionPlanner selections) {

    HistoryPlan plan(
            ObjectType object,
            int first,
            Optional<String> after,
            HistorySelection selection,
            int depth,
            Path path) {
        selections
                .pages()
                .requireWithin(
                        first, PagePlanner.MAX_SIZE, "A page holds 1 to 1,000 entries", path);
        Map<RecordSelection, RecordPlan> actors = new HashMap<>();
        for (HistorySelection.Part part : selection.parts()) {
            if (part instanceof HistorySelection.Entries(var key, var items)) {
                actors(items, actors, depth + 1, path.then(key));
            }
        }
        return new HistoryPlan(
                selection,
                first,
                after.map(cursor -> version(cursor, path)).orElse(OptionalInt.empty()),
                object.fields().stream().filter(planning::mayRead).toList(),
                planning.source(SystemObjects.USER),
                actors);
    }

    private void actors(
            List<HistorySelection.Item> items,
            Map<RecordSelection, RecordPlan> actors,
            int depth,
            Path path) {
        for (HistorySelection.Item item : items) {
            switch (item) {
                case HistorySelection.Actor(var key, var selection) ->
                        actors.put(selection, selections.record(selection, depth, path.then(key)));
                case HistorySelection.Entry(var key, var inner) ->
                        actors(inner, actors, depth, path.then(key));
                case HistorySelection.Fact _,
                        HistorySelection.Changes _,
                        HistorySelection.Text _ -> {}
            }
        }
    }

    private OptionalInt version(String cursor, Path path) {
        try {
            return OptionalInt.of(Integer.parseInt(cursor));
        } catch (NumberFormatException noVersion) {
            planning.refuse(
                    Problem.of(ReadProblem.INVALID_CURSOR, "This cursor is not one of a history")
                            .hint("Take a cursor that this history gave."),
                    path.then("after"));
            return OptionalInt.empty();
        }
    }
}
