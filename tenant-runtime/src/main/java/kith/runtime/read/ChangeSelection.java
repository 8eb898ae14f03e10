package kith.runtime.read;

import java.util.List;

/** What to tell of a change; becomes a JSON object whose keys come in this order. */
public record ChangeSelection(List<Item> items) {

    public ChangeSelection {
        items = List.copyOf(items);
    }

    /** One entry of the object. */
    public sealed interface Item {
        /** The key in the answer. */
        String key();
    }

    /** Something that the change itself tells. */
    public record Told(String key, Fact fact) implements Item {}

    /** What a change tells of itself. */
    public enum Fact {
        CURSOR,
        KIND,
        OBJECT,
        RECORD_ID,
        VERSION,
        AT
    }

    /** A text that is the same for every change. */
    public record Text(String key, String text) implements Item {}

    /** The user who made the change. */
    public record Actor(String key, RecordSelection selection) implements Item {}

    /** The values that changed, of the fields that the caller may read. */
    public record Values(String key, List<ValueItem> items) implements Item {
        public Values {
            items = List.copyOf(items);
        }
    }

    /** The record as it is now, in the bin or not; what is asked of it depends on its object. */
    public record Whole(String key, List<ReadRequest.PerObject> selections) implements Item {
        public Whole {
            selections = List.copyOf(selections);
        }
    }

    /** One entry of a changed value; {@code TEXT} is the constant of the item. */
    public record ValueItem(String key, ValueFact fact, String text) {}

    /** What is told of a changed value. */
    public enum ValueFact {
        FIELD,
        BEFORE,
        AFTER,
        TEXT
    }
}
