package kith.runtime.read;

import java.util.List;

/** What to read of a record's history; becomes a JSON object whose keys come in this order. */
public record HistorySelection(List<Part> parts) {

    public HistorySelection {
        parts = List.copyOf(parts);
    }

    /** One entry of the page. */
    public sealed interface Part {
        /** The key in the answer. */
        String key();
    }

    /** The number of entries in the whole history. */
    public record TotalCount(String key) implements Part {}

    /** Whether there is more, and the cursors of both ends. */
    public record PageInfo(String key, List<ConnectionSelection.PageInfoItem> items)
            implements Part {
        public PageInfo {
            items = List.copyOf(items);
        }
    }

    /** The entries of the page, newest first. */
    public record Entries(String key, List<Item> items) implements Part {
        public Entries {
            items = List.copyOf(items);
        }
    }

    /** A text that is the same for every page, such as the type's name. */
    public record PartText(String key, String text) implements Part {}

    /** What is told of an entry. */
    public sealed interface Item {
        /** The key in the answer. */
        String key();
    }

    /** A plain fact. */
    public record Fact(String key, What what) implements Item {}

    /** The user who did it; null where it was the platform itself. */
    public record Actor(String key, RecordSelection selection) implements Item {}

    /** The values that changed, of fields that the caller may read. */
    public record Changes(String key, List<ChangeItem> items) implements Item {
        public Changes {
            items = List.copyOf(items);
        }
    }

    /** The entry itself, beside its cursor. */
    public record Entry(String key, List<Item> items) implements Item {
        public Entry {
            items = List.copyOf(items);
        }
    }

    /** A text that is the same for every entry, such as the type's name. */
    public record Text(String key, String text) implements Item {}

    /** The plain facts of an entry. */
    public enum What {
        VERSION,
        AT,
        KIND,
        ORIGIN,
        CURSOR
    }

    /** What is told of a changed value; {@code text} is the constant of {@code TEXT}. */
    public record ChangeItem(String key, ChangeFact fact, String text) {}

    /** The facts of a changed value. */
    public enum ChangeFact {
        FIELD,
        LABEL,
        BEFORE,
        AFTER,
        TEXT
    }
}
