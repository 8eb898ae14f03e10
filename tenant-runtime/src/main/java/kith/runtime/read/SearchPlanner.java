package kith.runtime.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kith.runtime.word.SearchedField;

/** Searches within their limits: words of fields that may not be read count for nothing. */
record SearchPlanner(Planning planning, SelectionPlanner selections) {

    static final int MOST = 100;

    SearchPlan plan(ReadRequest.Search search, Path path) {
        selections
                .pages()
                .requireWithin(search.first(), MOST, "A search gives 1 to 100 records", path);
        Map<RecordSelection, RecordPlan> records = new HashMap<>();
        for (SearchSelection.Part part : search.selection().parts()) {
            perObject(part)
                    .forEach(each ->
                            records.computeIfAbsent(
                                    each.selection(),
                                    selection ->
                                            selections.record(
                                                    selection, 1, path.then(part.key()))));
        }
        return new SearchPlan(
                search.terms().terms(),
                search.objects().stream().map(planning::source).toList(),
                search.objects().stream()
                        .flatMap(SearchedField::of)
                        .filter(field -> planning.mayRead(field.field()))
                        .toList(),
                search.first(),
                search.selection(),
                records);
    }

    private static Stream<ReadRequest.PerObject> perObject(SearchSelection.Part part) {
        return switch (part) {
            case SearchSelection.Nodes(var _, var each) -> each.stream();
            case SearchSelection.Edges(var _, var items) ->
                    items.stream().flatMap(item -> perObject(item).stream());
            case SearchSelection.PartText _ -> Stream.empty();
        };
    }

    private static List<ReadRequest.PerObject> perObject(SearchSelection.Item item) {
        return switch (item) {
            case SearchSelection.Node(var _, var each) -> each;
            case SearchSelection.Score _, SearchSelection.Matches _, SearchSelection.Text _ ->
                    List.of();
        };
    }
}
