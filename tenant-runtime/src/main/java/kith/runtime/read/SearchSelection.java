package kith.runtime.read;

import java.util.List;

/** What to read of what a search finds; becomes a JSON object whose keys come in this order. */
public record SearchSelection(List<Part> parts) {

    public SearchSelection {
        parts = List.copyOf(parts);
    }

    /** One entry of the answer. */
    public sealed interface Part {
        /** The key in the answer. */
        String key();
    }

    /** The found records, best first. */
    public record Nodes(String key, List<ReadRequest.PerObject> selections) implements Part {
        public Nodes {
            selections = List.copyOf(selections);
        }
    }

    /** The found records with the reasons why they were found. */
    public record Edges(String key, List<Item> items) implements Part {
        public Edges {
            items = List.copyOf(items);
        }
    }

    /** A text that is the same for every search, such as the type's name. */
    public record PartText(String key, String text) implements Part {}

    /** What is told of a found record. */
    public sealed interface Item {
        /** The key in the answer. */
        String key();
    }

    /** The record itself. */
    public record Node(String key, List<ReadRequest.PerObject> selections) implements Item {
        public Node {
            selections = List.copyOf(selections);
        }
    }

    /** How well it fits, up to 1. */
    public record Score(String key) implements Item {}

    /** The fields that hold the words, of those that the caller may read. */
    public record Matches(String key, List<MatchItem> items) implements Item {
        public Matches {
            items = List.copyOf(items);
        }
    }

    /** A text that is the same for every found record, such as the type's name. */
    public record Text(String key, String text) implements Item {}

    /** What is told of a field that holds words. */
    public sealed interface MatchItem {
        /** The key in the answer. */
        String key();
    }

    /** The field's name. */
    public record FieldName(String key) implements MatchItem {}

    /** The field's label. */
    public record FieldLabel(String key) implements MatchItem {}

    /** The text around the first word, in pieces. */
    public record Snippet(String key, List<Piece> pieces) implements MatchItem {
        public Snippet {
            pieces = List.copyOf(pieces);
        }
    }

    /** A text that is the same for every match, such as the type's name. */
    public record MatchText(String key, String text) implements MatchItem {}

    /** What is told of a piece of a snippet; {@code text} is the constant of {@code CONSTANT}. */
    public record Piece(String key, PieceFact fact, String text) {}

    /** The facts of a piece. */
    public enum PieceFact {
        TEXT,
        IS_MATCH,
        CONSTANT
    }
}
