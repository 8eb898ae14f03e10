package kith.graphql.data;

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
                .map(object -> new PerObject(object, selection(object, field, place)))
                .toList();
    }

    /** Only one of the objects is answered, so each is measured, but none adds to the others. */
    private RecordSelection selection(ObjectType object, SelectedField field, Place place) {
        Binding alone =
                new Binding(
                        binding.catalog(),
                        binding.caller(),
                        binding.now(),
                        binding.operation(),
                        new Budget(binding.budget().limits()),
                        binding.problems());
        return new RecordBinder(alone).bind(object, field, place);
    }
}
