package kith.runtime.write;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.write.Draft.LinkChange;
import org.jspecify.annotations.Nullable;

/** What others say of a record that is there: gathered, until the record itself is loaded. */
final class RelatedChange {

    private final ObjectType object;
    private final List<Object> path;
    private final Map<String, @Nullable Object> given = new LinkedHashMap<>();
    private final List<Hold> released = new ArrayList<>();
    private final List<LinkChange> links = new ArrayList<>();

    RelatedChange(ObjectType object, List<Object> path) {
        this.object = object;
        this.path = path;
    }

    /** That a field points to a record. */
    private record Hold(Field field, UUID parent) {}

    ObjectType object() {
        return object;
    }

    List<Object> path() {
        return path;
    }

    /** Lets the field point to a parent; tells what is wrong where another one was given. */
    Optional<Problem> give(Field field, Draft parent, List<Object> place) {
        Object other = given.get(field.name());
        given.putAll(Pointers.to(parent.id(), parent.object(), field));
        return other == null || other.equals(parent.id())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        WriteProblem.RELATION_CONTRADICTED,
                                        "The record is connected to another %s already"
                                                .formatted(parent.object().name()))
                                .at(place));
    }

    /** Clears the field if it points to this parent and gets no other. */
    void release(Field field, UUID parent) {
        released.add(new Hold(field, parent));
    }

    void link(LinkChange change) {
        links.add(change);
    }

    Draft draft(StoredRecord before) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(given);
        for (Hold hold : released) {
            String name = hold.field().name();
            if (!values.containsKey(name) && hold.parent().equals(before.value(name))) {
                values.putAll(Pointers.toNone(hold.field()));
            }
        }
        return new Draft(
                object, before.id(), Optional.of(before), values, links, Map.of(), Set.of(), path);
    }
}
