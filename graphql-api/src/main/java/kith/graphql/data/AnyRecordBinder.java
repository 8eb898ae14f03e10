package kith.graphql.data;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.ReadRequest.PerObject;
import kith.runtime.read.RecordSelection;

/** Binds what is asked of a record of whatever object. */
record AnyRecordBinder(Binding binding) {

    /** For each object what is asked of its records. */
    List<PerObject> bind(Collection<ObjectType> objects, SelectedField field, Place place) {
        return objects.stream()
                .map(object ->
                        new PerObject(
                                object,
                                selection(
                                        object,
                                        field,
                                        place,
                                        new Budget(binding.budget().limits()))))
                .toList();
    }

    /** The same, where the dearest of the objects counts among all else that is asked for. */
    List<PerObject> bindWithinBudget(
            Collection<ObjectType> objects, SelectedField field, Place place) {
        List<Budget> budgets = new ArrayList<>(objects.size());
        List<PerObject> selections = new ArrayList<>(objects.size());
        for (ObjectType object : objects) {
            Budget own = new Budget(binding.budget().limits());
            selections.add(new PerObject(object, selection(object, field, place, own)));
            budgets.add(own);
        }
        binding.budget().oneOf(budgets, place.path());
        return selections;
    }

    /** Only one of the objects is answered, so each is measured, but none adds to the others. */
    private RecordSelection selection(
            ObjectType object, SelectedField field, Place place, Budget budget) {
        Binding alone =
                new Binding(
                        binding.catalog(),
                        binding.caller(),
                        binding.now(),
                        binding.operation(),
                        budget,
                        binding.problems());
        return new RecordBinder(alone).bind(object, field, place);
    }
}
