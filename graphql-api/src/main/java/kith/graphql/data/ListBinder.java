package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kith.graphql.GraphqlProblem;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.ConnectionSelection;
import kith.runtime.read.ConnectionSelection.EdgeItem;
import kith.runtime.read.ConnectionSelection.PageInfoItem;
import kith.runtime.read.ConnectionSelection.Part;
import kith.runtime.read.ListArguments;
import kith.runtime.read.Page;
import kith.runtime.read.ReadProblem;
import org.jspecify.annotations.Nullable;

/** Binds lists: their arguments, and what is asked of their pages. */
final class ListBinder {

    private final Binding binding;
    private final RecordBinder records;
    private final FilterBinder filters;
    private final AggregateBinder aggregates;

    ListBinder(Binding binding, RecordBinder records) {
        this.binding = binding;
        this.records = records;
        this.filters = new FilterBinder(binding);
        this.aggregates = new AggregateBinder(binding);
    }

    AggregateBinder aggregates() {
        return aggregates;
    }

    FilterBinder filters() {
        return filters;
    }

    ListArguments arguments(
            ObjectType object, Map<String, @Nullable Object> given, RequestPath path) {
        return new ListArguments(
                filters.bind(object, given.get("filter"), path.then("filter")),
                OrderBinder.bind(object, binding.catalog(), given.get("orderBy")),
                page(given, path));
    }

    /** What is asked of a page; the place already counts its records. */
    ConnectionSelection connection(
            ObjectType object, GraphQLObjectType type, SelectedField list, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, list.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        if (fields.stream().noneMatch(ListBinder::showsRecords)
                && fields.stream().anyMatch(field -> field.name().equals("pageInfo"))) {
            binding.budget().records(place.records(), place.path());
        }
        List<Part> parts = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            parts.add(part(object, type, field, place.into(field)));
        }
        return new ConnectionSelection(parts);
    }

    private static boolean showsRecords(SelectedField field) {
        return field.name().equals("nodes") || field.name().equals("edges");
    }

    private Part part(ObjectType object, GraphQLObjectType type, SelectedField field, Place place) {
        String key = field.key();
        return switch (field.name()) {
            case SelectedField.TYPE_NAME -> new ConnectionSelection.Text(key, type.getName());
            case "totalCount" -> {
                binding.budget().exactCount(place.lists(), place.path());
                yield new ConnectionSelection.TotalCount(key);
            }
            case "cappedCount" -> {
                int max = max(field, type, place);
                binding.budget().cappedCount(place.lists(), max, place.path());
                yield new ConnectionSelection.CappedCount(key, max);
            }
            case "aggregate" ->
                    new ConnectionSelection.Aggregate(
                            key,
                            aggregates.arguments(
                                    object, binding.arguments(field, type), place.path()),
                            aggregates.selection(
                                    object, binding.typeOf(field, type), field, place));
            case "pageInfo" ->
                    new ConnectionSelection.PageInfo(
                            key, pageInfo(binding.typeOf(field, type), field, place));
            case "nodes" -> new ConnectionSelection.Nodes(key, records.bind(object, field, place));
            case "edges" ->
                    new ConnectionSelection.Edges(
                            key, edges(object, binding.typeOf(field, type), field, place));
            default -> throw new IllegalStateException("Unknown part of a page: " + field.name());
        };
    }

    private int max(SelectedField field, GraphQLObjectType type, Place place) {
        int max = (int) Objects.requireNonNull(binding.arguments(field, type).get("max"));
        int most = binding.budget().limits().count();
        if (max < 1 || max > most) {
            binding.problems()
                    .add(
                            GraphqlProblem.ARGUMENT_INVALID,
                            place.path().then("max"),
                            "max runs from 1 to %,d".formatted(most));
            return 1;
        }
        return max;
    }

    List<PageInfoItem> pageInfo(GraphQLObjectType type, SelectedField pageInfo, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, pageInfo.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        return fields.stream()
                .map(field ->
                        new PageInfoItem(
                                field.key(), fact(field), field.isTypeName() ? type.getName() : ""))
                .toList();
    }

    private static PageInfoItem.Fact fact(SelectedField field) {
        return switch (field.name()) {
            case SelectedField.TYPE_NAME -> PageInfoItem.Fact.TEXT;
            case "hasNextPage" -> PageInfoItem.Fact.HAS_NEXT_PAGE;
            case "hasPreviousPage" -> PageInfoItem.Fact.HAS_PREVIOUS_PAGE;
            case "startCursor" -> PageInfoItem.Fact.START_CURSOR;
            case "endCursor" -> PageInfoItem.Fact.END_CURSOR;
            default -> throw new IllegalStateException("Unknown fact of a page: " + field.name());
        };
    }

    private List<EdgeItem> edges(
            ObjectType object, GraphQLObjectType type, SelectedField edges, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, edges.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<EdgeItem> items = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            items.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new ConnectionSelection.EdgeText(field.key(), type.getName());
                        case "cursor" -> new ConnectionSelection.Cursor(field.key());
                        case "node" ->
                                new ConnectionSelection.Node(
                                        field.key(),
                                        records.bind(object, field, place.into(field)));
                        default ->
                                throw new IllegalStateException(
                                        "Unknown part of an edge: " + field.name());
                    });
        }
        return items;
    }

    private Page page(Map<String, @Nullable Object> given, RequestPath path) {
        Optional<Integer> first = Optional.ofNullable((Integer) given.get("first"));
        Optional<Integer> last = Optional.ofNullable((Integer) given.get("last"));
        Optional<String> after = Optional.ofNullable((String) given.get("after"));
        Optional<String> before = Optional.ofNullable((String) given.get("before"));
        boolean isForward = first.isPresent() || after.isPresent();
        if (isForward && (last.isPresent() || before.isPresent())) {
            binding.problems()
                    .add(
                            GraphqlProblem.ARGUMENT_INVALID,
                            path,
                            "A page is taken from one end",
                            "Give first and after, or last and before");
        }
        boolean isBackward = !isForward && (last.isPresent() || before.isPresent());
        int size = isBackward ? size(last, path.then("last")) : size(first, path.then("first"));
        return isBackward
                ? new Page(size, Page.Direction.BACKWARD, before)
                : new Page(size, Page.Direction.FORWARD, after);
    }

    int size(Optional<Integer> given, RequestPath path) {
        int size = given.orElse(Limits.DEFAULT_PAGE);
        int most = binding.budget().limits().page();
        if (size < 1 || size > most) {
            binding.problems()
                    .add(
                            ReadProblem.PAGE_TOO_LARGE,
                            path,
                            "A page holds 1 to %,d records, not %d".formatted(most, size),
                            "Read on from pageInfo.endCursor");
            return 1;
        }
        return size;
    }
}
