package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemObjects;
import kith.runtime.read.HistorySelection;
import kith.runtime.read.HistorySelection.ChangeItem;
import kith.runtime.read.HistorySelection.Item;
import kith.runtime.read.HistorySelection.Part;
import kith.runtime.read.RecordSelection;
import org.jspecify.annotations.Nullable;

/** Binds what is asked of the history of a record. */
final class HistoryBinder {

    private final Binding binding;
    private final RecordBinder records;

    private HistoryBinder(Binding binding, RecordBinder records) {
        this.binding = binding;
        this.records = records;
    }

    static RecordSelection.History bind(
            Binding binding,
            RecordBinder records,
            ObjectType object,
            GraphQLObjectType parent,
            SelectedField field,
            Place place) {
        Map<String, @Nullable Object> given = binding.arguments(field, parent);
        int first =
                records.lists()
                        .size(
                                Optional.ofNullable((Integer) given.get("first")),
                                place.path().then("first"));
        Place inside = place.times(first);
        binding.budget().records(inside.records(), place.path());
        return new RecordSelection.History(
                field.key(),
                object,
                first,
                Optional.ofNullable((String) given.get("after")),
                new HistoryBinder(binding, records)
                        .selection(binding.typeOf(field, parent), field, inside));
    }

    private HistorySelection selection(GraphQLObjectType type, SelectedField history, Place place) {
        List<Part> parts = new ArrayList<>();
        for (SelectedField field : fields(type, history, place)) {
            Place inside = place.into(field);
            parts.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new HistorySelection.PartText(field.key(), type.getName());
                        case "totalCount" -> {
                            binding.budget().exactCount(place.lists(), inside.path());
                            yield new HistorySelection.TotalCount(field.key());
                        }
                        case "pageInfo" ->
                                new HistorySelection.PageInfo(
                                        field.key(),
                                        records.lists()
                                                .pageInfo(
                                                        binding.typeOf(field, type),
                                                        field,
                                                        inside));
                        case "nodes" ->
                                new HistorySelection.Entries(
                                        field.key(),
                                        items(binding.typeOf(field, type), field, inside));
                        case "edges" ->
                                new HistorySelection.Entries(
                                        field.key(),
                                        edge(binding.typeOf(field, type), field, inside));
                        default -> throw new IllegalStateException("Unknown " + field.name());
                    });
        }
        return new HistorySelection(parts);
    }

    private List<Item> edge(GraphQLObjectType type, SelectedField edges, Place place) {
        List<Item> items = new ArrayList<>();
        for (SelectedField field : fields(type, edges, place)) {
            items.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new HistorySelection.Text(field.key(), type.getName());
                        case "cursor" ->
                                new HistorySelection.Fact(
                                        field.key(), HistorySelection.What.CURSOR);
                        case "node" ->
                                new HistorySelection.Entry(
                                        field.key(),
                                        items(
                                                binding.typeOf(field, type),
                                                field,
                                                place.into(field)));
                        default -> throw new IllegalStateException("Unknown " + field.name());
                    });
        }
        return items;
    }

    private List<Item> items(GraphQLObjectType type, SelectedField entries, Place place) {
        List<Item> items = new ArrayList<>();
        for (SelectedField field : fields(type, entries, place)) {
            items.add(item(type, field, place.into(field)));
        }
        return items;
    }

    private Item item(GraphQLObjectType type, SelectedField field, Place place) {
        String key = field.key();
        return switch (field.name()) {
            case SelectedField.TYPE_NAME -> new HistorySelection.Text(key, type.getName());
            case "version" -> new HistorySelection.Fact(key, HistorySelection.What.VERSION);
            case "at" -> new HistorySelection.Fact(key, HistorySelection.What.AT);
            case "kind" -> new HistorySelection.Fact(key, HistorySelection.What.KIND);
            case "origin" -> new HistorySelection.Fact(key, HistorySelection.What.ORIGIN);
            case "by" ->
                    new HistorySelection.Actor(
                            key,
                            records.bind(
                                    binding.catalog().require(SystemObjects.USER), field, place));
            case "changes" ->
                    new HistorySelection.Changes(
                            key, changes(binding.typeOf(field, type), field, place));
            default -> throw new IllegalStateException("Unknown " + field.name());
        };
    }

    private List<ChangeItem> changes(GraphQLObjectType type, SelectedField changes, Place place) {
        return fields(type, changes, place).stream()
                .map(field ->
                        switch (field.name()) {
                            case SelectedField.TYPE_NAME ->
                                    new ChangeItem(
                                            field.key(),
                                            HistorySelection.ChangeFact.TEXT,
                                            type.getName());
                            case "field" ->
                                    new ChangeItem(
                                            field.key(), HistorySelection.ChangeFact.FIELD, "");
                            case "label" ->
                                    new ChangeItem(
                                            field.key(), HistorySelection.ChangeFact.LABEL, "");
                            case "before" ->
                                    new ChangeItem(
                                            field.key(), HistorySelection.ChangeFact.BEFORE, "");
                            case "after" ->
                                    new ChangeItem(
                                            field.key(), HistorySelection.ChangeFact.AFTER, "");
                            default -> throw new IllegalStateException("Unknown " + field.name());
                        })
                .toList();
    }

    private List<SelectedField> fields(GraphQLObjectType type, SelectedField of, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, of.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        return fields;
    }
}
