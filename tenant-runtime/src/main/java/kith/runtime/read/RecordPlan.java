package kith.runtime.read;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Relation;

/** The JSON object that each record becomes. */
record RecordPlan(List<Item> items) {

    RecordPlan {
        items = List.copyOf(items);
    }

    /** One entry of the object. */
    sealed interface Item {
        String key();
    }

    /** The value of a field in its API form. */
    record Value(String key, Field field) implements Item {}

    /** A text that is the same for every record. */
    record Constant(String key, String text) implements Item {}

    /** A text where the field has a value, null where it has none. */
    record ConstantBeside(String key, Field field, String text) implements Item {}

    /** The record that a field points to. */
    record ToOne(String key, Field reference, Source target, RecordPlan record) implements Item {}

    /** The record of one of several objects that a field points to. */
    record ToAny(String key, Field reference, Field targetObject, List<Target> targets)
            implements Item {
        ToAny {
            targets = List.copyOf(targets);
        }
    }

    /** What the records of one of the objects become. */
    record Target(Source source, RecordPlan record) {}

    /** A page of the record's history. */
    record History(String key, HistoryPlan history) implements Item {}

    /** A page of related records. */
    record ToMany(String key, Relation relation, ListPlan list) implements Item {}
}
