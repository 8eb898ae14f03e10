package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Relation;

/** A predicate that may be asked: each place where it looks at other records knows which. */
sealed interface Condition {

    /** All parts hold. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The part does not hold; unknown counts as not holding. */
    record Not(Condition part) implements Condition {}

    /** The field's value compares so. */
    record Compare(Field field, Predicate.Operator operator, Object value) implements Condition {}

    /** The field's value is one of these. */
    record OneOf(Field field, List<Object> values) implements Condition {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The field has no value. */
    record Missing(Field field) implements Condition {}

    /** The record that a field points to may be seen and matches. */
    record Through(Field reference, Source target, Condition part) implements Condition {}

    /** So many of the related records that may be seen match. */
    record Related(
            Relation relation, Source target, Predicate.Quantifier quantifier, Condition part)
            implements Condition {}
}
