package kith.graphql.reference.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** All records of a tenant, and the links of its many-to-many fields. */
public final class World {

    private final Model model;
    private final Map<UUID, Row> rows = new LinkedHashMap<>();
    private final Set<Link> links = new LinkedHashSet<>();

    /** The names of the objects of all records, those that are gone or hidden included. */
    private final Map<UUID, String> objects = new HashMap<>();

    /** A record linked by a field of another one. */
    public record Link(String object, String field, UUID source, UUID target) {}

    public World(Model model) {
        this.model = model;
    }

    /** A copy that goes its own way. */
    public World copy() {
        World copy = new World(model);
        copy.rows.putAll(rows);
        copy.links.addAll(links);
        copy.objects.putAll(objects);
        return copy;
    }

    public Model model() {
        return model;
    }

    public void put(Row row) {
        rows.put(row.id(), row);
        objects.put(row.id(), row.object().name());
    }

    public void remove(UUID id) {
        rows.remove(id);
        links.removeIf(link -> link.source().equals(id) || link.target().equals(id));
    }

    public Set<Link> links() {
        return links;
    }

    /** The record, in the bin or not. */
    public Optional<Row> row(UUID id) {
        return Optional.ofNullable(rows.get(id));
    }

    /** All records, in the bin or not. */
    public List<Row> rows() {
        return List.copyOf(rows.values());
    }

    public List<Row> live(String object) {
        return of(object).stream().filter(row -> !row.isDeleted()).toList();
    }

    public List<Row> deleted(String object) {
        return of(object).stream().filter(Row::isDeleted).toList();
    }

    public List<Row> of(String object) {
        return rows.values().stream().filter(row -> row.object().name().equals(object)).toList();
    }

    /** The live record that a lookup points to. */
    public Optional<Row> behind(Row row, ModelField reference) {
        return row.value(reference)
                .flatMap(id -> row((UUID) id))
                .filter(target -> !target.isDeleted());
    }

    /** The name of the object of the record to which a lookup points, whatever became of it. */
    public Optional<Object> typeBehind(Row row, ModelField reference) {
        return row.value(reference).map(id -> objects.get((UUID) id));
    }

    /** The live records of a list. */
    public List<Row> related(Row row, ModelList list) {
        List<Row> found = new ArrayList<>();
        for (Row other : live(list.target())) {
            boolean isOfList =
                    switch (list.way()) {
                        case CHILDREN -> other.value(list.field()).equals(Optional.of(row.id()));
                        case LINKED -> links.contains(link(list, row, other));
                        case LINKED_BACK -> links.contains(link(list, other, row));
                    };
            if (isOfList) {
                found.add(other);
            }
        }
        return found;
    }

    private static Link link(ModelList list, Row source, Row target) {
        return new Link(list.owner(), list.field().name(), source.id(), target.id());
    }
}
