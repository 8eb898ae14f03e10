package kith.metadata.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.FieldDefinition;
import kith.metadata.ObjectDefinition;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.RuleDefinition;
import kith.metadata.ValidationDefinition;
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
        Map<UUID, JsonNode> latest = new HashMap<>();
        for (Difference difference : newestFirst) {
            JsonNode last = last(difference);
            wanted.put(idOf(last), difference.before());
            latest.putIfAbsent(idOf(last), last);
        }
        ComponentSet now = new ComponentSet(current.components());
        List<ComponentChange> changes = new ArrayList<>();
        wanted.forEach((id, before) -> {
            Optional<Component> component =
                    before.map(this::component)
                            .map(one ->
                                    atHome(one, component(latest.getOrDefault(id, before.get()))));
            change(now.find(id), component).ifPresent(changes::add);
        });
        return changes;
    }

    /** What cannot come back, because its values are gone or about to go. */
    public List<ChangeProblem> lost(CatalogState state, List<ComponentChange> changes) {
        ComponentSet now = new ComponentSet(state.catalog().components());
        Set<UUID> kept = new HashSet<>();
        state.retired().forEach(home -> kept.add(home.field()));
        state.retiredObjects().stream()
                .filter(object -> !object.isPurging())
                .forEach(object -> kept.add(object.id()));
        return changes.stream()
                .filter(ComponentChange.Put.class::isInstance)
                .map(change -> ((ComponentChange.Put) change).component())
                .filter(Rollback::hasValues)
                .filter(component -> now.find(component.id()).isEmpty())
                .filter(component -> !kept.contains(component.id()))
                .map(Rollback::lost)
                .toList();
    }

    private static boolean hasValues(Component component) {
        return switch (component) {
            case ObjectDefinition _ -> true;
            case FieldDefinition field -> !field.isDerived();
            case RuleDefinition _, ValidationDefinition _, PermissionSetDefinition _ -> false;
        };
    }

    private static ChangeProblem lost(Component component) {
        return ChangeProblem.of(
                Problem.of(
                                ChangeRefusal.VALUES_PURGED,
                                "%s was removed so long ago that its values have been cleared"
                                        .formatted(component.ref()))
                        .at(component.ref().toString())
                        .hint("Go back to a later version, or make it anew."));
    }

    /** Values stay where they are by now: a field that was moved is not moved back. */
    private static Component atHome(Component wanted, Component latest) {
        return wanted instanceof FieldDefinition field && latest instanceof FieldDefinition last
                ? last.storage().map(field::withStorage).orElse(field)
                : wanted;
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

    /** The component as it was when the change set was through, or removed it. */
    private static JsonNode last(Difference difference) {
        return difference.after().or(difference::before).orElseThrow();
    }

    private static UUID idOf(JsonNode document) {
        return UUID.fromString(document.path("id").asString());
    }
}
