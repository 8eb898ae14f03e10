package kith.runtime.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Predicate;

/** Port: the live records that rules reach beyond their own. It blocks; one statement a call. */
public interface RecordSource {

    /** Those of the records that are there and of one of the objects. */
    List<SourceRecord> load(Collection<ObjectType> objects, Set<UUID> ids);

    /**
     * The record of an object with this id, where it is there.
     *
     * @param isHeld whether it is to stay as it is until the write ends
     */
    List<SourceRecord> byId(ObjectType object, UUID id, boolean isHeld);

    /**
     * The records of an object that match and that may be known of, at most so many.
     *
     * @param isHeld whether they are to stay as they are until the write ends
     */
    List<SourceRecord> matching(ObjectType object, Predicate predicate, int most, boolean isHeld);

    /** Whether the values of a field may be read. */
    boolean mayRead(Field field);

    /**
     * A record as it lies in the database.
     *
     * @param values typed values by field name; fields without value are missing
     */
    record SourceRecord(ObjectType object, UUID id, Map<String, Object> values) {}
}
