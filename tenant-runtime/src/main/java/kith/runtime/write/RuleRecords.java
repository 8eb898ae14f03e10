package kith.runtime.write;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Predicate;
import kith.runtime.rule.RecordSource;
import kith.runtime.write.RecordLoader.Life;

/** The records that rules reach beyond their own, read in the transaction of the write. */
record RuleRecords(WriteSession session, WrittenRecords written) implements RecordSource {

    @Override
    public List<SourceRecord> load(Collection<ObjectType> objects, Set<UUID> ids) {
        return sources(new RecordLoader(session).read(objects, ids));
    }

    @Override
    public List<SourceRecord> matching(ObjectType object, Predicate predicate, int most) {
        return sources(
                new RecordLoader(session)
                        .readMatching(
                                object,
                                written.condition(session, object, predicate, Life.LIVE),
                                Math.min(most, RecordLoader.MOST_MATCHES)));
    }

    private static List<SourceRecord> sources(List<StoredRecord> records) {
        return records.stream()
                .map(record -> new SourceRecord(record.object(), record.id(), record.values()))
                .toList();
    }
}
