package kith.runtime.move;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.storage.TableIndex;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The indexes that were asked for, each by fields of the object. */
record IndexRequest(ObjectType object, List<List<Field>> indexes) {

    static final int MOST_INDEXES = 16;
    static final int MOST_FIELDS = 4;

    IndexRequest {
        indexes = indexes.stream().map(List::copyOf).toList();
    }

    /** Refuses what cannot be indexed. */
    static IndexRequest of(ObjectType object, List<List<String>> names) {
        if (names.size() > MOST_INDEXES) {
            throw refused("At most %d indexes can be asked for".formatted(MOST_INDEXES), "indexes");
        }
        List<List<Field>> indexes = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            indexes.add(fields(object, names.get(index), index));
        }
        return new IndexRequest(object, indexes);
    }

    private static List<Field> fields(ObjectType object, List<String> names, int index) {
        if (names.isEmpty()
                || names.size() > MOST_FIELDS
                || Set.copyOf(names).size() < names.size()) {
            throw refused(
                    "An index has 1 to %d different fields".formatted(MOST_FIELDS),
                    "indexes",
                    index);
        }
        List<Field> fields = new ArrayList<>();
        for (String name : names) {
            Field field =
                    object.field(name)
                            .orElseThrow(() ->
                                    refused(
                                            "%s has no field %s".formatted(object.name(), name),
                                            "indexes",
                                            index));
            if (TableIndex.column(field).isEmpty()) {
                throw refused(
                        "Values of %s.%s cannot be indexed".formatted(object.name(), name),
                        "indexes",
                        index);
            }
            fields.add(field);
        }
        return fields;
    }

    private static RuntimeException refused(String message, Object... path) {
        return MoveProblem.MOVE_INDEX_REFUSED.saying(
                message, "Name fields of the object that are kept in columns.", path);
    }

    /** With what every table has. */
    List<TableIndex> all() {
        Set<TableIndex> all = new LinkedHashSet<>(TableIndex.standard(object));
        indexes.forEach(fields -> all.add(TableIndex.of(fields)));
        return List.copyOf(all);
    }

    /** By the ids of the fields, which outlast their names. */
    String document() {
        return JsonMapper.shared()
                .writeValueAsString(
                        indexes.stream()
                                .map(fields ->
                                        fields.stream()
                                                .map(field -> field.id().toString())
                                                .toList())
                                .toList());
    }

    /** What a document says, without the fields that were removed since. */
    static List<List<String>> names(ObjectType object, String document) {
        List<List<String>> indexes = new ArrayList<>();
        for (JsonNode index : JsonMapper.shared().readTree(document)) {
            List<String> names = new ArrayList<>();
            for (JsonNode id : index) {
                name(object, id.asString()).ifPresent(names::add);
            }
            indexes.add(names);
        }
        return indexes;
    }

    private static Optional<String> name(ObjectType object, String id) {
        return object.fields().stream()
                .filter(field -> field.id().toString().equals(id))
                .map(Field::name)
                .findFirst();
    }
}
