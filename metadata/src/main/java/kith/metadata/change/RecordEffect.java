package kith.metadata.change;

import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Storage;

/**
 * What a change set does to the records themselves, in its own transaction. The field is the one of
 * the next catalog.
 */
public sealed interface RecordEffect {

    Field field();

    /** Where the values lie until the change. */
    Storage from();

    /** Where in the request the change stands that brings this about. */
    List<Object> path();

    /** Records without a value take the field's default. */
    record Filled(Field field, Storage from, List<Object> path) implements RecordEffect {
        public Filled {
            path = List.copyOf(path);
        }
    }

    /** Values move to the field's new home. */
    record Moved(Field field, Storage from, List<Object> path) implements RecordEffect {
        public Moved {
            path = List.copyOf(path);
        }
    }

    /** Values are computed by the field's formula, and stored. */
    record Computed(Field field, Storage from, List<Object> path) implements RecordEffect {
        public Computed {
            path = List.copyOf(path);
        }
    }

    /** Values are summed up anew from the records that refer to those of the field. */
    record SummedUp(Field field, Storage from, List<Object> path) implements RecordEffect {
        public SummedUp {
            path = List.copyOf(path);
        }
    }
}
