package kith.runtime.read;

import java.util.List;

/** The JSON object that each change becomes. */
record ChangePlan(List<Item> items) {

    ChangePlan {
        items = List.copyOf(items);
    }

    /** One entry of the object. */
    sealed interface Item {
        String key();
    }

    /** Something that the change itself tells. */
    record Told(String key, ChangeSelection.Fact fact) implements Item {}

    /** A constant. */
    record Text(String key, String text) implements Item {}

    /** The user who made the change. */
    record Actor(String key, Source users, RecordPlan record) implements Item {}

    /** The values that changed. */
    record Values(String key, List<ChangeSelection.ValueItem> items) implements Item {
        Values {
            items = List.copyOf(items);
        }
    }

    /** The record as it is now. */
    record Whole(String key, List<ReadPlan.Alternative> alternatives) implements Item {
        Whole {
            alternatives = List.copyOf(alternatives);
        }
    }
}
