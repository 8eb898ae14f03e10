package kith.runtime.read;

import java.util.List;

/** A page of records in an order. */
record ListPlan(Source source, Condition filter, OrderPlan order, PagePlan page, List<Part> parts) {

    ListPlan {
        parts = List.copyOf(parts);
    }

    /** One entry of the JSON object that the page becomes. */
    sealed interface Part {
        String key();
    }

    /** The number of records in the whole list. */
    record TotalCount(String key) implements Part {}

    /** The same, counted no further than one more than the given number. */
    record CappedCount(String key, int max) implements Part {}

    /** The records of the whole list, in groups. */
    record Aggregate(String key, AggregatePlan groups) implements Part {}

    /** Whether there is more, and the cursors of both ends. */
    record PageInfo(String key, List<ConnectionSelection.PageInfoItem> items) implements Part {
        PageInfo {
            items = List.copyOf(items);
        }
    }

    /** The records. */
    record Nodes(String key, RecordPlan record) implements Part {}

    /** The records with their cursors. */
    record Edges(String key, List<EdgeItem> items) implements Part {
        Edges {
            items = List.copyOf(items);
        }
    }

    /** A constant. */
    record Text(String key, String text) implements Part {}

    /** One entry of an edge. */
    sealed interface EdgeItem {
        String key();
    }

    /** The record's place in the list. */
    record Cursor(String key) implements EdgeItem {}

    /** The record. */
    record Node(String key, RecordPlan record) implements EdgeItem {}

    /** A constant. */
    record EdgeText(String key, String text) implements EdgeItem {}
}
