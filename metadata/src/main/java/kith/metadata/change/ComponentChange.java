package kith.metadata.change;

import java.util.List;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.ComponentRef;
import tools.jackson.databind.JsonNode;

/** One wish of a change set. */
public sealed interface ComponentChange {

    /**
     * Makes the component of the document, or replaces the one of that id or name. What the
     * document leaves out falls back to its default; identity (id, key, storage, names of the other
     * side) stays as it is.
     *
     * @param path where in the request the document stands; problems append the property
     */
    record PutDocument(JsonNode document, List<Object> path) implements ComponentChange {
        public PutDocument {
            path = List.copyOf(path);
        }
    }

    /** Makes a component, or replaces the one of its id. */
    record Put(Component component) implements ComponentChange {}

    /** Removes a component; an object takes its fields and rules along. */
    record Remove(ComponentRef component) implements ComponentChange {}

    /**
     * Gives a component another name; documents that refer to it follow.
     *
     * @param pluralTo the new plural name of an object; made by rule where empty
     */
    record Rename(ComponentRef component, String to, Optional<String> pluralTo)
            implements ComponentChange {}
}
