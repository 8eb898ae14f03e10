package kith.graphql.reference.write;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kith.graphql.reference.world.Kind;
import kith.graphql.reference.world.ModelField;
import kith.graphql.reference.world.ModelField.Trait;
import kith.graphql.reference.world.ModelObject;
import kith.graphql.reference.world.Row;
import kith.graphql.reference.world.World;

/**
 * What a write does to a world: all of it, or nothing and the codes of what is wrong. Writes go to
 * a copy, which takes the world's place where no code was collected.
 */
final class WriteModel {

    private final World world;
    private final Optional<UUID> me;
    private final Instant now;
    private final Set<String> codes = new TreeSet<>();

    WriteModel(World before, Optional<UUID> me, Instant now) {
        this.world = before.copy();
        this.me = me;
        this.now = now;
    }

    World world() {
        return world;
    }

    Set<String> codes() {
        return codes;
    }

    void create(ModelObject object, Map<String, Object> values) {
        Map<String, Optional<Object>> kept = new HashMap<>(stamp(1));
        kept.put("createdAt", Optional.of(now));
        kept.put("createdBy", me.map(Object.class::cast));
        if (!values.containsKey("owner")) {
            kept.put("owner", me.map(Object.class::cast));
        }
        Row row = new Row(object, values).with(kept);
        if (world.row(row.id()).isPresent()) {
            codes.add("RECORD_ID_TAKEN");
        }
        check(row, values.keySet());
        object.fields().stream()
                .filter(field -> field.trait() == Trait.REQUIRED || field.name().equals("name"))
                .filter(field -> !values.containsKey(field.name()))
                .forEach(_ -> codes.add("FIELD_REQUIRED"));
        world.put(row);
    }

    /** All that is wrong is told, also of references for records that are not there. */
    void references(ModelObject object, Map<String, Optional<Object>> changes) {
        for (ModelField field : object.fields()) {
            Optional<Object> given = changes.getOrDefault(field.name(), Optional.empty());
            boolean isLost =
                    field.isPointer()
                            && given.isPresent()
                            && given.flatMap(id -> world.row((UUID) id))
                                    .filter(row -> !row.isDeleted())
                                    .isEmpty();
            if (isLost) {
                codes.add("REFERENCE_NOT_FOUND");
            }
        }
    }

    /** Changes values of a live record; an empty one takes the value away. */
    void update(UUID id, Map<String, Optional<Object>> changes, Optional<Integer> ifVersion) {
        Optional<Row> found = world.row(id).filter(row -> !row.isDeleted());
        if (found.isEmpty()) {
            codes.add("RECORD_NOT_FOUND");
            return;
        }
        Row before = found.get();
        if (ifVersion.isPresent() && ifVersion.get() != before.version()) {
            codes.add("VERSION_CONFLICT");
        }
        if (changes.containsKey("name") && changes.get("name").equals(Optional.empty())) {
            codes.add("FIELD_REQUIRED");
        }
        Row after = before.with(changes);
        if (!isSame(before, after)) {
            check(after, changes.keySet());
            world.put(after.with(stamp(before.version() + 1)));
        }
    }

    /** Links records, or lets links go; a record whose links change is a changed record. */
    void link(Row row, ModelField field, List<UUID> targets, boolean isLinked) {
        boolean isChanged = false;
        for (UUID target : targets) {
            World.Link link = new World.Link(row.object().name(), field.name(), row.id(), target);
            isChanged |= isLinked ? world.links().add(link) : world.links().remove(link);
        }
        if (isChanged) {
            Row now = world.row(row.id()).orElseThrow();
            if (now.version() == row.version()) {
                world.put(now.with(stamp(now.version() + 1)));
            }
        }
    }

    /** Into the bin, with all that is a part of it. */
    void delete(UUID id) {
        Optional<Row> found = world.row(id).filter(row -> !row.isDeleted());
        if (found.isEmpty()) {
            codes.add("RECORD_NOT_FOUND");
            return;
        }
        for (Row gone : withParts(found.get(), false)) {
            Map<String, Optional<Object>> kept = new HashMap<>(stamp(gone.version() + 1));
            kept.put("deletedAt", Optional.of(now));
            kept.put(Row.DELETION, Optional.of(id));
            world.put(gone.with(kept));
        }
    }

    /** Out of the bin, with all that the same deletion took. */
    void restore(UUID id) {
        Optional<Row> found = world.row(id);
        if (found.isEmpty()) {
            codes.add("RECORD_NOT_FOUND");
            return;
        }
        if (!found.get().isDeleted()) {
            codes.add("RECORD_NOT_DELETED");
            return;
        }
        requireWholes(found.get());
        Object deletion = found.get().values().get(Row.DELETION);
        List<Row> back =
                world.rows().stream()
                        .filter(Row::isDeleted)
                        .filter(row -> row.deletedAt().equals(found.get().deletedAt()))
                        .filter(row -> Objects.equals(deletion, row.values().get(Row.DELETION)))
                        .toList();
        for (Row row : back) {
            Map<String, Optional<Object>> kept = new HashMap<>(stamp(row.version() + 1));
            kept.put("deletedAt", Optional.empty());
            kept.put(Row.DELETION, Optional.empty());
            world.put(row.with(kept));
        }
        for (Row row : back) {
            requireWholes(row);
            unique(row);
        }
    }

    /** A part cannot be there without its whole. */
    private void requireWholes(Row part) {
        masters(part.object()).stream()
                .filter(master -> world.behind(part, master).isEmpty())
                .forEach(_ -> codes.add("PARENT_DELETED"));
    }

    /** For ever, in the bin or not, with all parts. */
    void destroy(UUID id) {
        Optional<Row> found = world.row(id);
        if (found.isEmpty()) {
            codes.add("RECORD_NOT_FOUND");
            return;
        }
        withParts(found.get(), true).forEach(row -> world.remove(row.id()));
    }

    private List<Row> withParts(Row whole, boolean alsoDeleted) {
        List<Row> all = new ArrayList<>(List.of(whole));
        for (int index = 0; index < all.size(); index++) {
            UUID id = all.get(index).id();
            for (Row row : world.rows()) {
                boolean isPart =
                        masters(row.object()).stream()
                                .anyMatch(master -> row.value(master).equals(Optional.of(id)));
                if (isPart && (alsoDeleted || !row.isDeleted()) && !all.contains(row)) {
                    all.add(row);
                }
            }
        }
        return all;
    }

    private static List<ModelField> masters(ModelObject object) {
        return object.fields().stream()
                .filter(field -> field.kind() == Kind.MASTER_DETAIL)
                .toList();
    }

    /** References that were given must lead somewhere, and unique values must be. */
    private void check(Row row, Set<String> given) {
        for (ModelField field : row.object().fields()) {
            boolean isLost =
                    field.isPointer()
                            && given.contains(field.name())
                            && row.value(field).isPresent()
                            && world.behind(row, field).isEmpty();
            if (isLost) {
                codes.add("REFERENCE_NOT_FOUND");
            }
        }
        unique(row);
    }

    private void unique(Row row) {
        for (ModelField field : row.object().fields()) {
            Optional<Object> value = row.value(field);
            boolean isTaken =
                    field.isUnique()
                            && value.isPresent()
                            && world.live(row.object().name()).stream()
                                    .filter(other -> !other.id().equals(row.id()))
                                    .anyMatch(other ->
                                            other.value(field)
                                                    .map(held -> key(field, held))
                                                    .equals(value.map(held -> key(field, held))));
            if (isTaken) {
                codes.add("UNIQUE_VALUE_TAKEN");
            }
        }
    }

    /** Mail addresses count as the same whatever their case. */
    static String key(ModelField field, Object value) {
        String text = value.toString();
        return field.kind() == Kind.EMAIL ? text.toLowerCase(Locale.ROOT) : text;
    }

    private boolean isSame(Row before, Row after) {
        return before.object().fields().stream()
                .allMatch(field -> before.value(field).equals(after.value(field)));
    }

    private Map<String, Optional<Object>> stamp(int version) {
        return Map.of(
                "version", Optional.of(BigDecimal.valueOf(version)),
                "updatedAt", Optional.of(now),
                "updatedBy", me.map(Object.class::cast));
    }
}
