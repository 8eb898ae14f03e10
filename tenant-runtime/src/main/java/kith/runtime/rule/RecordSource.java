package kith.runtime.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Predicate;

/** Port: the live records that rules reach beyond their own. It blocks; one statement a call. */
public interface RecordSource {

    /** Those of the records that are there and of one of the objects. */
    List<SourceRecord> load(Collection<ObjectType> objects, Set<UUID> ids);

    /** The records of an object that match and that the caller may know of, at most so many. */
    List<SourceRecord> matching(ObjectType object, Predicate predicate, int most);

    /**
     * A record as it lies in the database.
     *
     * @param values typed values by field name; fields without value are missing
     */
    record SourceRecord(ObjectType object, UUID id, Map<String, Object> values) {}
}
