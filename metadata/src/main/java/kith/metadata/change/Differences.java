package kith.metadata.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.change.Difference.Change;
import kith.metadata.codec.ComponentDocuments;

/** Compares components before and after, by their ids. */
final class Differences {

    private final ComponentDocuments documents;

    Differences(ComponentDocuments documents) {
        this.documents = documents;
    }

    /** What was removed, then what was added or changed, each in the order of its making. */
    List<Difference> between(List<Component> before, List<Component> after) {
        Map<UUID, Component> old = byId(before);
        Map<UUID, Component> now = byId(after);
        List<Difference> all = new ArrayList<>();
        before.stream()
                .filter(component -> !now.containsKey(component.id()))
                .forEach(removed ->
                        all.add(difference(removed, Optional.of(removed), Optional.empty())));
        for (Component component : after) {
            Optional<Component> earlier = Optional.ofNullable(old.get(component.id()));
            if (!earlier.equals(Optional.of(component))) {
                all.add(difference(component, earlier, Optional.of(component)));
            }
        }
        return all;
    }

    private Difference difference(
            Component component, Optional<Component> before, Optional<Component> after) {
        return new Difference(
                component.ref(),
                change(before, after),
                before.map(documents::encode),
                after.map(documents::encode));
    }

    private static Change change(Optional<Component> before, Optional<Component> after) {
        if (before.isEmpty()) {
            return Change.ADDED;
        }
        if (after.isEmpty()) {
            return Change.REMOVED;
        }
        boolean isRenamed = !before.get().name().equals(after.get().name());
        return isRenamed ? Change.RENAMED : Change.CHANGED;
    }

    private static Map<UUID, Component> byId(List<Component> components) {
        Map<UUID, Component> byId = new HashMap<>();
        components.forEach(component -> byId.put(component.id(), component));
        return byId;
    }
}
