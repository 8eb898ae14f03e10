package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a caller gave for a record, every plain value typed; references not yet looked up.
 *
 * @param values typed values by field name; null clears the field
 * @param references to-one fields that shall point to a record
 * @param outdated choices that are out of use: fine where the record already holds them
 * @param failed names of the fields whose values were refused, so that they do not count as missing
 */
record CoercedRecord(
        Optional<UUID> id,
        Map<String, @Nullable Object> values,
        List<WantedReference> references,
        List<WantedLink> links,
        Map<String, Problem> outdated,
        Set<String> failed,
        List<Object> path) {

    CoercedRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        references = List.copyOf(references);
        links = List.copyOf(links);
        outdated = Map.copyOf(outdated);
        failed = Set.copyOf(failed);
        path = List.copyOf(path);
    }

    /** A to-one field and the record that it shall point to. */
    record WantedReference(Field field, RecordInput.Target target, List<Object> path) {}

    /** A many-to-many field and a record to link to or to unlink from. */
    record WantedLink(
            Field field, RecordInput.Target target, boolean isConnect, List<Object> path) {}
}
