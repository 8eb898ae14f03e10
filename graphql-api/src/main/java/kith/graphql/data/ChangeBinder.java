package kith.graphql.data;

import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.ChangeSelection;
import kith.runtime.read.ChangeSelection.Fact;
import kith.runtime.read.ChangeSelection.Item;
import kith.runtime.read.ChangeSelection.ValueFact;
import kith.runtime.read.ChangeSelection.ValueItem;
import kith.runtime.read.ReadRequest.PerObject;
import kith.runtime.read.RecordSelection;

/** Binds what is asked of a change. */
final class ChangeBinder {

    private static final String USER = "User";

    private final Binding binding;
    private final RecordBinder records;

    ChangeBinder(Binding binding, RecordBinder records) {
        this.binding = binding;
        this.records = records;
    }

    /** The selection under a field that leads to changes of these objects. */
    ChangeSelection bind(
            GraphQLObjectType type, SelectedField changes, List<ObjectType> objects, Place place) {
        List<SelectedField> fields = fields(type, changes, place);
        List<Item> items = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            items.add(item(type, field, objects, place.into(field)));
        }
        return new ChangeSelection(items);
    }

    private Item item(
            GraphQLObjectType type, SelectedField field, List<ObjectType> objects, Place place) {
        String key = field.key();
        return switch (field.name()) {
            case SelectedField.TYPE_NAME -> new ChangeSelection.Text(key, type.getName());
            case "cursor" -> new ChangeSelection.Told(key, Fact.CURSOR);
            case "kind" -> new ChangeSelection.Told(key, Fact.KIND);
            case "object" -> new ChangeSelection.Told(key, Fact.OBJECT);
            case "recordId" -> new ChangeSelection.Told(key, Fact.RECORD_ID);
            case "version" -> new ChangeSelection.Told(key, Fact.VERSION);
            case "at" -> new ChangeSelection.Told(key, Fact.AT);
            case "actor" ->
                    new ChangeSelection.Actor(
                            key, records.bind(binding.catalog().require(USER), field, place));
            case "changes" ->
                    new ChangeSelection.Values(
                            key, values(binding.typeOf(field, type), field, place));
            case "record" -> new ChangeSelection.Whole(key, perObject(objects, field, place));
            case "node" -> {
                ObjectType object = objects.getFirst();
                yield new ChangeSelection.Whole(
                        key, List.of(new PerObject(object, records.bind(object, field, place))));
            }
            default -> throw new IllegalStateException("Unknown part " + field.name());
        };
    }

    private List<ValueItem> values(GraphQLObjectType type, SelectedField values, Place place) {
        return fields(type, values, place).stream()
                .map(field ->
                        new ValueItem(
                                field.key(), fact(field), field.isTypeName() ? type.getName() : ""))
                .toList();
    }

    private static ValueFact fact(SelectedField field) {
        return switch (field.name()) {
            case SelectedField.TYPE_NAME -> ValueFact.TEXT;
            case "field" -> ValueFact.FIELD;
            case "before" -> ValueFact.BEFORE;
            case "after" -> ValueFact.AFTER;
            default -> throw new IllegalStateException("Unknown part " + field.name());
        };
    }

    /** Each change is of one object only, so each is measured, but none adds to the others. */
    private List<PerObject> perObject(List<ObjectType> objects, SelectedField field, Place place) {
        binding.budget().records(place.records(), place.path());
        List<PerObject> selections = new ArrayList<>(objects.size());
        for (ObjectType object : objects) {
            Binding alone =
                    new Binding(
                            binding.catalog(),
                            binding.caller(),
                            binding.now(),
                            binding.operation(),
                            new Budget(binding.budget().limits()),
                            binding.problems());
            RecordSelection selection = new RecordBinder(alone).bind(object, field, place);
            selections.add(new PerObject(object, selection));
        }
        return selections;
    }

    private List<SelectedField> fields(GraphQLObjectType type, SelectedField parent, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, parent.selectionSets());
        binding.budget().fields(fields.size(), place.depth(), place.path());
        return fields;
    }
}
