package kith.runtime.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Predicate;
import kith.runtime.rule.RecordSource;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;

/** The records that rules reach beyond their own, read in the transaction of the write. */
record RuleRecords(WriteSession session, WrittenRecords written) implements RecordSource {

    @Override
    public List<SourceRecord> load(Collection<ObjectType> objects, Set<UUID> ids) {
        return sources(new RecordLoader(session).read(objects, ids));
    }

    @Override
    public List<SourceRecord> byId(ObjectType object, UUID id, boolean isHeld) {
        RecordLoader loader = new RecordLoader(session);
        return sources(
                isHeld
                        ? loader.lock(object, List.of(id), Life.LIVE, Lock.FOR_CHANGE)
                        : loader.read(List.of(object), List.of(id)));
    }

    @Override
    public List<SourceRecord> matching(
            ObjectType object, Predicate predicate, int most, boolean isHeld) {
        return sources(
                new RecordLoader(session)
                        .readMatching(
                                object,
                                written.condition(session, object, predicate, Life.LIVE),
                                Math.min(most, RecordLoader.MOST_MATCHES),
                                isHeld));
    }

    @Override
    public boolean mayRead(Field field) {
        return session.access().mayRead(session.caller(), field);
    }

    private List<SourceRecord> sources(List<StoredRecord> records) {
        return records.stream()
                .map(record -> new SourceRecord(record.object(), record.id(), readable(record)))
                .toList();
    }

    private Map<String, Object> readable(StoredRecord record) {
        if (record.object().fields().stream().allMatch(this::mayRead)) {
            return record.values();
        }
        Map<String, Object> readable = new HashMap<>(record.values());
        record.object().fields().stream()
                .filter(field -> !mayRead(field))
                .forEach(field -> readable.remove(field.name()));
        return readable;
    }
}
