package kith.runtime.rollup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.RollUp;

/** What a write changes of the results that records of one object keep. */
public final class ParentChanges {

    private final ObjectType object;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();

    ParentChanges(ObjectType object) {
        this.object = object;
    }

    /** A roll-up and what changes of it, by the record that has the result. */
    record Kept(RollUp rollUp, Map<UUID, Delta> deltas) {
        Optional<Delta> delta(UUID parent) {
            return Optional.ofNullable(deltas.get(parent)).filter(delta -> !delta.isNothing());
        }
    }

    /** The object of the records with the results. */
    public ObjectType object() {
        return object;
    }

    Delta delta(RollUp rollUp, UUID parent) {
        return kept.computeIfAbsent(rollUp.field().id(), _ -> new Kept(rollUp, new HashMap<>()))
                .deltas()
                .computeIfAbsent(parent, _ -> new Delta(rollUp.function()));
    }

    /** The roll-ups with changed results. */
    List<Kept> rollUps() {
        return kept.values().stream()
                .filter(one ->
                        one.deltas().keySet().stream()
                                .anyMatch(parent -> one.delta(parent).isPresent()))
                .toList();
    }

    /** Names of the fields with changed results. */
    public Set<String> fields() {
        return rollUps().stream()
                .map(one -> one.rollUp().field().name())
                .collect(Collectors.toSet());
    }

    /** The records with changed results. */
    public List<UUID> ids() {
        SequencedSet<UUID> ids = new TreeSet<>();
        for (Kept one : kept.values()) {
            one.deltas().keySet().stream()
                    .filter(parent -> one.delta(parent).isPresent())
                    .forEach(ids::add);
        }
        return new ArrayList<>(ids);
    }
}
