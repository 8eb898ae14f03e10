package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A record as the write means to leave it.
 *
 * @param before the record as it lies in the database; empty for a new one
 * @param set values that the write sets, by field name; null clears
 * @param outdated choices out of use among them, refused unless the record already holds them
 * @param failed names of fields whose values were refused already
 */
record Draft(
        ObjectType object,
        UUID id,
        Optional<StoredRecord> before,
        Map<String, @Nullable Object> set,
        List<LinkChange> links,
        Map<String, Problem> outdated,
        Set<String> failed,
        List<Object> path) {

    Draft {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
        links = List.copyOf(links);
        outdated = Map.copyOf(outdated);
        failed = Set.copyOf(failed);
        path = List.copyOf(path);
    }

    /** A record to link to through a many-to-many field, or to unlink from. */
    record LinkChange(Field field, UUID target, boolean isConnect) {}

    boolean isNew() {
        return before.isEmpty();
    }

    /** The value that the field will have. */
    @Nullable Object value(String field) {
        return set.containsKey(field) ? set.get(field) : valueBefore(field);
    }

    @Nullable Object valueBefore(String field) {
        return before.isPresent() ? before.get().value(field) : null;
    }

    /** Names of the fields that will have another value than before. */
    Set<String> changed() {
        Set<String> changed = new LinkedHashSet<>();
        set.forEach((field, value) -> {
            if (!Objects.equals(value, valueBefore(field))) {
                changed.add(field);
            }
        });
        return changed;
    }

    /** All values as they will be, by field name; fields without value are missing. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        before.ifPresent(stored -> values.putAll(stored.values()));
        set.forEach((field, value) -> {
            if (value == null) {
                values.remove(field);
            } else {
                values.put(field, value);
            }
        });
        return values;
    }

    /** With more changes of links. */
    Draft linked(List<LinkChange> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<LinkChange> all = new ArrayList<>(links);
        all.addAll(more);
        return new Draft(object, id, before, set, all, outdated, failed, path);
    }

    /** With more values set. */
    Draft with(Map<String, @Nullable Object> more) {
        if (more.isEmpty()) {
            return this;
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(set);
        all.putAll(more);
        return new Draft(object, id, before, all, links, outdated, failed, path);
    }
}
