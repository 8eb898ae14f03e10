package kith.metadata.change;

import java.util.Optional;
import kith.metadata.ComponentRef;
import tools.jackson.databind.JsonNode;

/**
 * What a change set does to one component.
 *
 * @param component under its new name, or its last one where it is removed
 * @param before its document before, empty where it is new
 * @param after its document after, empty where it is removed
 */
public record Difference(
        ComponentRef component,
        Change change,
        Optional<JsonNode> before,
        Optional<JsonNode> after) {

    /** The ways in which a component changes. */
    public enum Change {
        ADDED,
        CHANGED,
        REMOVED,
        RENAMED
    }
}
