package kith.runtime.read;

import java.util.List;

/** What to read of groups; becomes a JSON object whose keys come in this order. */
public record AggregateSelection(List<Part> parts) {

    public AggregateSelection {
        parts = List.copyOf(parts);
    }

    /** One entry beside the groups. */
    public sealed interface Part {
        /** The key in the answer. */
        String key();
    }

    /** The groups in their order. */
    public record Groups(String key, List<Item> items) implements Part {
        public Groups {
            items = List.copyOf(items);
        }
    }

    /** Whether there are more groups than were asked for. */
    public record HasMore(String key) implements Part {}

    /** A text that is the same for all, such as the type's name. */
    public record PartText(String key, String text) implements Part {}

    /** One entry of a group. */
    public sealed interface Item {
        /** The key in the answer. */
        String key();
    }

    /** The values that the group's records have in common, as an object by the keys' names. */
    public record Keys(String key) implements Item {}

    /** What is computed. */
    public record Value(String key, Measure measure) implements Item {}

    /** Several entries under one key. */
    public record Several(String key, List<Item> items) implements Item {
        public Several {
            items = List.copyOf(items);
        }
    }

    /** A text that is the same for every group, such as the type's name. */
    public record Text(String key, String text) implements Item {}
}
