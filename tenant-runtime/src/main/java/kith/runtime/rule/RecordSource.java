package kith.runtime.rule;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;

/** Port: the live records that rules follow references to. It blocks. */
public interface RecordSource {

    /** Those of the records that are there and of one of the objects; one statement. */
    List<SourceRecord> load(Collection<ObjectType> objects, Set<UUID> ids);

    /**
     * A record as it lies in the database.
     *
     * @param values typed values by field name; fields without value are missing
     */
    record SourceRecord(ObjectType object, UUID id, Map<String, Object> values) {}
}
