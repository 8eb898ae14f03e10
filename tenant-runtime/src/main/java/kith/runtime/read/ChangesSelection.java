package kith.runtime.read;

import java.util.List;

/** What to read of a stretch of the stream; becomes a JSON object whose keys come in this order. */
public record ChangesSelection(List<Part> parts) {

    public ChangesSelection {
        parts = List.copyOf(parts);
    }

    /** One entry of the stretch. */
    public sealed interface Part {
        /** The key in the answer. */
        String key();
    }

    /** The changes. */
    public record Nodes(String key, ChangeSelection selection) implements Part {}

    /** Whether there is more, and where to read on. */
    public record PageInfo(String key, List<ConnectionSelection.PageInfoItem> items)
            implements Part {
        public PageInfo {
            items = List.copyOf(items);
        }
    }

    /** The cursor of the end of the stream as it is now. */
    public record LatestCursor(String key) implements Part {}

    /** A constant. */
    public record Text(String key, String text) implements Part {}
}
