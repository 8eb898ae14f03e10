package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kith.graphql.schema.AggregateFields;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.AggregateArguments;
import kith.runtime.read.AggregateSelection;
import kith.runtime.read.AggregateSelection.Item;
import kith.runtime.read.AggregateSelection.Part;
import kith.runtime.read.GroupKey;
import kith.runtime.read.Measure;
import kith.runtime.read.Measure.Function;
import kith.runtime.read.ReadProblem;
import org.jspecify.annotations.Nullable;

/** Binds groups: how records are put into them, and what is asked of them. */
final class AggregateBinder {

    private static final int DEFAULT_GROUPS = 100;

    private final Binding binding;

    AggregateBinder(Binding binding) {
        this.binding = binding;
    }

    AggregateArguments arguments(
            ObjectType object, Map<String, @Nullable Object> given, RequestPath path) {
        List<GroupKey> keys =
                new GroupKeyBinder(binding)
                        .bind(object, given.get("groupBy"), path.then("groupBy"));
        GroupConditionBinder conditions = new GroupConditionBinder(binding, object);
        return new AggregateArguments(
                keys,
                conditions.bind(given.get("having"), path.then("having")),
                conditions.order(keys, given.get("orderBy"), path.then("orderBy")),
                first(given.get("first"), path.then("first")));
    }

    private int first(@Nullable Object given, RequestPath path) {
        int first = given == null ? DEFAULT_GROUPS : (int) given;
        int most = binding.budget().limits().page();
        if (first < 1 || first > most) {
            binding.problems()
                    .add(
                            ReadProblem.PAGE_TOO_LARGE,
                            path,
                            "An aggregate gives 1 to %,d groups, not %d".formatted(most, first),
                            "Filter the records, or the groups by `having`");
            return 1;
        }
        return first;
    }

    /** What is asked of the groups of one list. */
    AggregateSelection selection(
            ObjectType object, GraphQLObjectType type, SelectedField aggregate, Place place) {
        binding.budget().aggregate(place.lists(), place.path());
        List<SelectedField> fields = binding.operation().fields(type, aggregate.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<Part> parts = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            parts.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new AggregateSelection.PartText(field.key(), type.getName());
                        case "hasMore" -> new AggregateSelection.HasMore(field.key());
                        case "groups" ->
                                new AggregateSelection.Groups(
                                        field.key(),
                                        items(
                                                object,
                                                binding.typeOf(field, type),
                                                field,
                                                place.into(field)));
                        default -> throw new IllegalStateException("Unknown " + field.name());
                    });
        }
        return new AggregateSelection(parts);
    }

    private List<Item> items(
            ObjectType object, GraphQLObjectType type, SelectedField groups, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, groups.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<Item> items = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            items.add(
                    switch (field.name()) {
                        case SelectedField.TYPE_NAME ->
                                new AggregateSelection.Text(field.key(), type.getName());
                        case "keys" -> new AggregateSelection.Keys(field.key());
                        case "count" ->
                                new AggregateSelection.Value(field.key(), new Measure.Count());
                        default ->
                                new AggregateSelection.Several(
                                        field.key(),
                                        values(
                                                object,
                                                binding.typeOf(field, type),
                                                field,
                                                place.into(field)));
                    });
        }
        return items;
    }

    private List<Item> values(
            ObjectType object, GraphQLObjectType type, SelectedField function, Place place) {
        var possible = AggregateFields.of(object, function(function.name()));
        List<SelectedField> fields = binding.operation().fields(type, function.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        List<Item> items = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            items.add(
                    field.isTypeName()
                            ? new AggregateSelection.Text(field.key(), type.getName())
                            : new AggregateSelection.Value(
                                    field.key(),
                                    new Measure.Of(
                                            function(function.name()),
                                            Objects.requireNonNull(possible.get(field.name())))));
        }
        return items;
    }

    private static Function function(String name) {
        return switch (name) {
            case "sum" -> Function.SUM;
            case "avg" -> Function.AVERAGE;
            case "min" -> Function.MIN;
            case "max" -> Function.MAX;
            case "countDistinct" -> Function.COUNT_DISTINCT;
            case "percentEmpty" -> Function.PERCENT_EMPTY;
            default -> throw new IllegalStateException("Unknown function " + name);
        };
    }
}
