package kith.metadata.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kith.metadata.Component;
import kith.metadata.ObjectDefinition;
import kith.metadata.catalog.SystemObjects;

/** Gives each object the integer that stands for it in tables. */
final class ObjectKeys {

    private final Map<Integer, String> owners = new HashMap<>();
    private final Findings findings;
    private int next;

    ObjectKeys(int next, Findings findings) {
        this.next = next;
        this.findings = findings;
        SystemObjects.objects()
                .forEach(object -> owners.put(object.key().orElseThrow(), object.name()));
    }

    /** The same components, every object with a key. */
    List<Component> assign(List<Component> components) {
        components.forEach(this::claim);
        List<Component> assigned = new ArrayList<>();
        for (Component component : components) {
            assigned.add(
                    component instanceof ObjectDefinition object && object.key().isEmpty()
                            ? object.withKey(next++)
                            : component);
        }
        return assigned;
    }

    /** The key of the next object that has none. */
    int next() {
        return next;
    }

    private void claim(Component component) {
        if (component instanceof ObjectDefinition object && object.key().isPresent()) {
            int key = object.key().getAsInt();
            String owner = owners.putIfAbsent(key, object.name());
            if (owner != null || key < 1) {
                findings.add(
                        object,
                        CatalogProblem.STORAGE_CONFLICT,
                        "The key %d is not free".formatted(key),
                        Optional.of(owner == null ? "Keys count from 1." : owner + " has it."),
                        "key");
            }
            next = Math.max(next, key + 1);
        }
    }
}
