package kith.graphql.data;

import graphql.language.SelectionSet;
import graphql.schema.GraphQLObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kith.graphql.schema.HistoryTypes;
import kith.graphql.schema.OutputField;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.runtime.read.ListArguments;
import kith.runtime.read.RecordSelection;
import kith.runtime.read.RecordSelection.Selected;
import org.jspecify.annotations.Nullable;

/** Binds what is asked of a record to the fields and relations of its object. */
final class RecordBinder {

    private final Binding binding;
    private final ListBinder lists;

    RecordBinder(Binding binding) {
        this.binding = binding;
        this.lists = new ListBinder(binding, this);
    }

    ListBinder lists() {
        return lists;
    }

    /** The selection under a field that leads to records of an object. */
    RecordSelection bind(ObjectType object, SelectedField field, Place place) {
        return bind(object, binding.typeOf(object), field.selectionSets(), place);
    }

    RecordSelection bind(
            ObjectType object, GraphQLObjectType type, List<SelectionSet> sets, Place place) {
        List<SelectedField> fields = binding.operation().fields(type, sets);
        binding.budget().fields(fields.size(), place.depth(), place.path());
        binding.budget().records(place.records(), place.path());
        List<Selected> items = new ArrayList<>(fields.size());
        for (SelectedField field : fields) {
            items.add(item(object, type, field, place.into(field)));
        }
        return new RecordSelection(items);
    }

    private Selected item(
            ObjectType object, GraphQLObjectType type, SelectedField field, Place place) {
        if (field.isTypeName()) {
            return new RecordSelection.Constant(field.key(), type.getName());
        }
        if (field.name().equals(HistoryTypes.FIELD)) {
            return HistoryBinder.bind(binding, this, object, type, field, place);
        }
        OutputField output =
                OutputField.named(object, field.name())
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "The schema has a field that the catalog lacks: "
                                                + object.name()
                                                + "."
                                                + field.name()));
        return switch (output) {
            case OutputField.Plain(Field plain) -> new RecordSelection.Value(field.key(), plain);
            case OutputField.ReferenceId(Field reference) ->
                    new RecordSelection.Value(field.key(), reference);
            case OutputField.CurrencyOf(Field amount) ->
                    new RecordSelection.ConstantBeside(
                            field.key(),
                            amount,
                            binding.caller().tenant().currency().getCurrencyCode());
            case OutputField.Reference(Field reference) ->
                    new RecordSelection.ToOne(
                            field.key(),
                            reference,
                            bind(
                                    binding.catalog().require(reference.target().orElseThrow()),
                                    field,
                                    place));
            case OutputField.AnyReference(Field lookup) ->
                    new RecordSelection.ToAny(
                            field.key(),
                            lookup,
                            object.targetObjectOf(lookup),
                            new AnyRecordBinder(binding)
                                    .bindWithinBudget(
                                            lookup.targets().stream()
                                                    .map(binding.catalog()::require)
                                                    .toList(),
                                            field,
                                            place));
            case OutputField.ListOf(Relation relation) -> list(relation, type, field, place);
        };
    }

    private Selected list(
            Relation relation, GraphQLObjectType parent, SelectedField field, Place place) {
        ObjectType target = binding.catalog().require(relation.target());
        Map<String, @Nullable Object> given = binding.arguments(field, parent);
        ListArguments arguments = lists.arguments(target, given, place.path());
        return new RecordSelection.ToMany(
                field.key(),
                relation,
                arguments,
                lists.connection(
                        target,
                        binding.typeOf(field, parent),
                        field,
                        place.times(arguments.page().size())));
    }
}
