package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Relation;
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
        List<CoercedRelated> related,
        Map<String, Problem> outdated,
        Set<String> failed,
        List<Object> path) {

    CoercedRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        references = List.copyOf(references);
        links = List.copyOf(links);
        related = List.copyOf(related);
        outdated = Map.copyOf(outdated);
        failed = Set.copyOf(failed);
        path = List.copyOf(path);
    }

    /** Whether a field of its own is given a value, or emptied. */
    boolean gives(String field) {
        return values.containsKey(field)
                || references.stream().anyMatch(wanted -> wanted.field().name().equals(field));
    }

    /** A to-one field and the record that it shall point to. */
    record WantedReference(Field field, RecordInput.Target target, List<Object> path) {}

    /** A many-to-many field and a record to link to or to unlink from. */
    record WantedLink(
            Field field, RecordInput.Target target, boolean isConnect, List<Object> path) {}

    /** A record of a relation, not yet looked up. */
    record WantedRecord(RecordInput.Target target, List<Object> path) {}

    /** What becomes of the records of a relation; see {@link RecordInput.Related}. */
    record CoercedRelated(
            Relation relation,
            List<CoercedRecord> create,
            List<WantedRecord> connect,
            List<WantedRecord> disconnect,
            Optional<List<WantedRecord>> set,
            List<Object> path) {

        /** All records that it names. */
        Stream<WantedRecord> named() {
            return Stream.of(connect, disconnect, set.orElse(List.of())).flatMap(List::stream);
        }
    }

    /** How many records it brings and names, with those that come with them. */
    long size() {
        return 1
                + related.stream()
                        .mapToLong(one ->
                                one.named().count()
                                        + one.create().stream()
                                                .mapToLong(CoercedRecord::size)
                                                .sum())
                        .sum();
    }
}
