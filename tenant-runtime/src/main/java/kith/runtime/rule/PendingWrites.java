package kith.runtime.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.script.RuleRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What a rule wants to be written and what is not written yet: collected over all records that it
 * runs for. Several changes of a record are one.
 */
final class PendingWrites {

    private final Map<UUID, RuleWrite> writes = new LinkedHashMap<>();

    void create(
            ObjectType object, UUID id, Map<String, @Nullable Object> values, List<Object> path) {
        if (writes.containsKey(id)) {
            throw new RuleRefusal("there is already a record " + id);
        }
        writes.put(id, new RuleWrite.Create(object, id, values, path));
    }

    void update(
            ObjectType object, UUID id, Map<String, @Nullable Object> values, List<Object> path) {
        switch (writes.get(id)) {
            case null -> writes.put(id, new RuleWrite.Update(object, id, values, path));
            case RuleWrite.Create create ->
                    writes.put(
                            id,
                            new RuleWrite.Create(
                                    object, id, both(create.values(), values), create.path()));
            case RuleWrite.Update update ->
                    writes.put(
                            id,
                            new RuleWrite.Update(
                                    object, id, both(update.values(), values), update.path()));
            case RuleWrite.Delete _ -> throw new RuleRefusal("the record is deleted");
        }
    }

    void delete(ObjectType object, UUID id, List<Object> path) {
        if (writes.get(id) instanceof RuleWrite.Create) {
            writes.remove(id);
        } else {
            writes.put(id, new RuleWrite.Delete(object, id, path));
        }
    }

    /** A record as it will be. */
    Optional<Map<String, Object>> overlaid(UUID id, Map<String, Object> stored) {
        return switch (writes.get(id)) {
            case null -> Optional.of(stored);
            case RuleWrite.Create create -> Optional.of(merged(stored, create.values()));
            case RuleWrite.Update update -> Optional.of(merged(stored, update.values()));
            case RuleWrite.Delete _ -> Optional.empty();
        };
    }

    /** A record that is still to be made. */
    Optional<RuleWrite.Create> created(UUID id) {
        return writes.get(id) instanceof RuleWrite.Create create
                ? Optional.of(create)
                : Optional.empty();
    }

    /** Whether what a query finds depends on what is not written yet. */
    boolean concern(ObjectType object) {
        Set<Integer> touched = new HashSet<>();
        boolean isTaking = false;
        for (RuleWrite write : writes.values()) {
            touched.add(write.object().key());
            isTaking |= write instanceof RuleWrite.Delete;
        }
        return isTaking || touched.contains(object.key());
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    /** Takes all of it out. */
    List<RuleWrite> taken() {
        List<RuleWrite> all = new ArrayList<>(writes.values());
        writes.clear();
        return all;
    }

    private static Map<String, @Nullable Object> both(
            Map<String, @Nullable Object> first, Map<String, @Nullable Object> second) {
        Map<String, @Nullable Object> both = new LinkedHashMap<>(first);
        both.putAll(second);
        return both;
    }

    private static Map<String, Object> merged(
            Map<String, Object> stored, Map<String, @Nullable Object> set) {
        Map<String, Object> merged = new LinkedHashMap<>(stored);
        set.forEach((field, value) -> {
            if (value == null) {
                merged.remove(field);
            } else {
                merged.put(field, value);
            }
        });
        return merged;
    }
}
