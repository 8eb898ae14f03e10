package kith.metadata.catalog;

import java.util.Optional;
import java.util.Set;
import kith.metadata.RollUpDefinition;

/**
 * A field whose values the platform keeps from the records that refer to the field's own, bound to
 * what it reads of these.
 *
 * @param field the field with the results
 * @param child name of the object whose records are summed up
 * @param through their reference to the record that has the field
 * @param of their field that is summed up; empty where they are only counted
 * @param where the condition under which one counts
 * @param inputs names of their fields that decide what they add: as long as none of these changes
 *     and they are neither made nor removed, the results stay
 */
public record RollUp(
        Field field,
        String child,
        Field through,
        Optional<Field> of,
        Optional<Formula> where,
        Set<String> inputs) {

    public RollUp {
        inputs = Set.copyOf(inputs);
    }

    public RollUpDefinition.Function function() {
        return field.definition().rollUp().orElseThrow().function();
    }
}
