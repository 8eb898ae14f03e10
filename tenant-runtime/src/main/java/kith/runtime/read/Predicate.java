package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Relation;

/**
 * A condition on records. Values have the Java type of their field: text String, numbers
 * BigDecimal, dates LocalDate, date-times Instant, yes-no Boolean, references and ids UUID,
 * multi-picklists (for {@link Operator#HAS}) String; or an {@link OpenValue} stands for them.
 */
public sealed interface Predicate {

    Predicate ALWAYS = new All(List.of());
    Predicate NEVER = new Any(List.of());

    /** All parts hold; holds when there are none. */
    record All(List<Predicate> parts) implements Predicate {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; does not hold when there are none. */
    record Any(List<Predicate> parts) implements Predicate {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The part does not hold; unknown (a missing value) counts as not holding, so its negation
     * holds.
     */
    record Not(Predicate part) implements Predicate {}

    /** The field's value compares so to the given one; a record without value does not match. */
    record Compare(Field field, Operator operator, Object value) implements Predicate {}

    /** The field's value is one of the given. */
    record OneOf(Field field, List<Object> values) implements Predicate {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The field has no value. */
    record Missing(Field field) implements Predicate {}

    /** The record that a to-one field points to matches. */
    record Through(Field reference, Predicate part) implements Predicate {}

    /** So many of the related records match. */
    record Related(Relation relation, Quantifier quantifier, Predicate part) implements Predicate {}

    /** How a value compares; the forms ending in CI ignore upper and lower case. */
    enum Operator {
        EQ,
        GT,
        GTE,
        LT,
        LTE,
        CONTAINS,
        STARTS_WITH,
        ENDS_WITH,
        EQ_CI,
        CONTAINS_CI,
        STARTS_WITH_CI,
        ENDS_WITH_CI,
        /** A multi-picklist holds the value. */
        HAS
    }

    /** How many related records must match. */
    enum Quantifier {
        SOME,
        EVERY,
        NONE
    }
}
