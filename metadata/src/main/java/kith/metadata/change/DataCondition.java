package kith.metadata.change;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import kith.metadata.catalog.Field;

/**
 * What the records must be like for a change to apply; checked in the transaction of the change,
 * before it does anything. The field is the one of the next catalog, at the home where its values
 * lie until then.
 */
public sealed interface DataCondition {

    Field field();

    /** Where in the request the change stands that needs this. */
    List<Object> path();

    /** Every record has a value. */
    record NoneMissing(Field field, List<Object> path) implements DataCondition {
        public NoneMissing {
            path = List.copyOf(path);
        }
    }

    /** No two records have the same value. */
    record NoneDouble(Field field, List<Object> path) implements DataCondition {
        public NoneDouble {
            path = List.copyOf(path);
        }
    }

    /** At most one record lacks a value or has the default, which the one without a value takes. */
    record NoneToShareDefault(Field field, List<Object> path) implements DataCondition {
        public NoneToShareDefault {
            path = List.copyOf(path);
        }
    }

    /** No text has more characters. */
    record NoneLonger(Field field, int maxLength, List<Object> path) implements DataCondition {
        public NoneLonger {
            path = List.copyOf(path);
        }
    }

    /**
     * No record points to one of an object.
     *
     * @param field the one that tells of which object the record is that a lookup points to
     * @param objects the objects by their keys
     */
    record NonePointsTo(Field field, SortedMap<Integer, String> objects, List<Object> path)
            implements DataCondition {
        public NonePointsTo {
            objects = Collections.unmodifiableSortedMap(new TreeMap<>(objects));
            path = List.copyOf(path);
        }
    }

    /** No record holds one of these values of a picklist. */
    record NoneHolds(Field field, Set<String> values, List<Object> path) implements DataCondition {
        public NoneHolds {
            values = Set.copyOf(values);
            path = List.copyOf(path);
        }
    }
}
