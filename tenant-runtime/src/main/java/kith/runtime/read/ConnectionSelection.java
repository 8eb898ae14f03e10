package kith.runtime.read;

import java.util.List;

/** What to read of a page; becomes a JSON object whose keys come in this order. */
public record ConnectionSelection(List<Part> parts) {

    public ConnectionSelection {
        parts = List.copyOf(parts);
    }

    /** One entry of the page. */
    public sealed interface Part {
        /** The key in the answer. */
        String key();
    }

    /** The exact number of records in the whole list. */
    public record TotalCount(String key) implements Part {}

    /** The number of records in the whole list, counted no further than {@code max + 1}. */
    public record CappedCount(String key, int max) implements Part {}

    /** The records of the whole list, in groups. */
    public record Aggregate(String key, AggregateArguments arguments, AggregateSelection selection)
            implements Part {}

    /** Whether there is more, and the cursors of both ends. */
    public record PageInfo(String key, List<PageInfoItem> items) implements Part {
        public PageInfo {
            items = List.copyOf(items);
        }
    }

    /** The records of the page. */
    public record Nodes(String key, RecordSelection selection) implements Part {}

    /** The records of the page, each with its cursor. */
    public record Edges(String key, List<EdgeItem> items) implements Part {
        public Edges {
            items = List.copyOf(items);
        }
    }

    /** A text that is the same for every page, such as the type's name. */
    public record Text(String key, String text) implements Part {}

    /** One entry of the page's description. */
    public record PageInfoItem(String key, Fact fact, String text) {

        /** What it tells; {@code TEXT} is the constant of the item. */
        public enum Fact {
            HAS_NEXT_PAGE,
            HAS_PREVIOUS_PAGE,
            START_CURSOR,
            END_CURSOR,
            TEXT
        }
    }

    /** One entry of an edge. */
    public sealed interface EdgeItem {
        /** The key in the answer. */
        String key();
    }

    /** The position of the record in the list. */
    public record Cursor(String key) implements EdgeItem {}

    /** The record itself. */
    public record Node(String key, RecordSelection selection) implements EdgeItem {}

    /** A text that is the same for every edge, such as the type's name. */
    public record EdgeText(String key, String text) implements EdgeItem {}
}
