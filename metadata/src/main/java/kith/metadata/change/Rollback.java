package kith.metadata.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.catalog.Catalog;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.codec.DecodeContext;
import kith.metadata.codec.Decoded;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/** Turns the change log back: the change set that brings components to how they stood before. */
public final class Rollback {

    private static final ComponentIds NO_NEW_IDS =
            (component, packageName) -> {
                throw new IllegalStateException(component + " has no id in the change log");
            };

    private final ComponentDocuments documents = new ComponentDocuments();

    /**
     * The changes that undo others.
     *
     * @param newestFirst the differences of all change sets to undo
     * @throws ProblemException if a logged document can no longer be read
     */
    public List<ComponentChange> undo(Catalog current, List<Difference> newestFirst) {
        Map<UUID, Optional<JsonNode>> wanted = new LinkedHashMap<>();
        for (Difference difference : newestFirst) {
            wanted.put(idOf(difference), difference.before());
        }
        ComponentSet now = new ComponentSet(current.components());
        List<ComponentChange> changes = new ArrayList<>();
        wanted.forEach((id, before) ->
                change(now.find(id), before.map(this::component)).ifPresent(changes::add));
        return changes;
    }

    private static Optional<ComponentChange> change(
            Optional<Component> now, Optional<Component> wanted) {
        if (wanted.isEmpty()) {
            return now.map(Component::ref).map(ComponentChange.Remove::new);
        }
        return now.equals(wanted) ? Optional.empty() : wanted.map(ComponentChange.Put::new);
    }

    private Component component(JsonNode document) {
        return switch (documents.decode(document, List.of(), DecodeContext.of(NO_NEW_IDS))) {
            case Decoded.Sound(Component component) -> component;
            case Decoded.Faulty(List<Problem> problems) -> throw new ProblemException(problems);
        };
    }

    private static UUID idOf(Difference difference) {
        JsonNode document = difference.after().or(difference::before).orElseThrow();
        return UUID.fromString(document.path("id").asString());
    }
}
