package kith.runtime.read;

import java.util.List;

/**
 * A stretch of the stream.
 *
 * @param after the position behind which it begins
 * @param sources the objects whose changes are told, and of which records
 */
record ChangesPlan(
        long after, int size, List<Source> sources, ReadableFields fields, List<Part> parts) {

    ChangesPlan {
        sources = List.copyOf(sources);
        parts = List.copyOf(parts);
    }

    /** One entry of the stretch. */
    sealed interface Part {
        String key();
    }

    /** The changes. */
    record Nodes(String key, ChangePlan change) implements Part {}

    /** Whether there is more, and where to read on. */
    record PageInfo(String key, List<ConnectionSelection.PageInfoItem> items) implements Part {
        PageInfo {
            items = List.copyOf(items);
        }
    }

    /** The end of the stream. */
    record LatestCursor(String key) implements Part {}

    /** A constant. */
    record Text(String key, String text) implements Part {}
}
