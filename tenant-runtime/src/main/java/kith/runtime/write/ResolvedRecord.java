package kith.runtime.write;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.problem.Problem;
import kith.runtime.write.Draft.LinkChange;
import org.jspecify.annotations.Nullable;

/** What a caller gave for a record, typed and with every reference found. */
record ResolvedRecord(
        Optional<UUID> id,
        Map<String, @Nullable Object> values,
        List<LinkChange> links,
        List<ResolvedRelated> related,
        Map<String, Problem> outdated,
        Set<String> failed,
        List<Object> path) {

    ResolvedRecord {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        links = List.copyOf(links);
        related = List.copyOf(related);
    }

    /** A record of a relation, and where the request names it. */
    record Named(UUID id, List<Object> path) {}

    /** What becomes of the records of a relation; see {@link RecordInput.Related}. */
    record ResolvedRelated(
            Relation relation,
            List<ResolvedRecord> create,
            List<Named> connect,
            List<Named> disconnect,
            Optional<List<Named>> set,
            List<Object> path) {}

    /** As a new record. */
    Draft asNew(ObjectType object, RecordIds ids) {
        return new Draft(
                object,
                id.orElseGet(ids::next),
                Optional.empty(),
                values,
                links,
                outdated,
                failed,
                path);
    }

    /** As new values of a record that is there. */
    Draft asChangeOf(StoredRecord before) {
        return new Draft(
                before.object(),
                before.id(),
                Optional.of(before),
                values,
                links,
                outdated,
                failed,
                path);
    }
}
