package kith.runtime.write;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.permission.ObjectRight;
import kith.runtime.read.Predicate;
import kith.runtime.read.ReadStatements;
import kith.runtime.rule.RecordSink;
import kith.runtime.rule.RecordSource;
import kith.runtime.rule.RuleChain;
import kith.runtime.rule.RuleReach;
import kith.runtime.rule.RuleWrite;

/**
 * What a rule reaches that is only tried: it reads all that it would read, and what it writes to
 * other records goes nowhere.
 */
final class TrialReach {

    private TrialReach() {}

    static RuleReach of(WriteSession user, WriteSession system, Consumer<RuleWrite> wouldWrite) {
        return new RuleReach(side(user, wouldWrite), side(system, wouldWrite));
    }

    private static RuleReach.Side side(WriteSession session, Consumer<RuleWrite> wouldWrite) {
        WrittenRecords written = new WrittenRecords(new ReadStatements(session.access()));
        return new RuleReach.Side(
                new Looking(new RuleRecords(session, written)), new Nowhere(session, wouldWrite));
    }

    /** Holds nothing: the transaction may not. */
    private record Looking(RecordSource records) implements RecordSource {

        @Override
        public List<SourceRecord> load(Collection<ObjectType> objects, Set<UUID> ids) {
            return records.load(objects, ids);
        }

        @Override
        public List<SourceRecord> byId(ObjectType object, UUID id, boolean isHeld) {
            return records.byId(object, id, false);
        }

        @Override
        public List<SourceRecord> matching(
                ObjectType object, Predicate predicate, int most, boolean isHeld) {
            return records.matching(object, predicate, most, false);
        }

        @Override
        public boolean mayRead(Field field) {
            return records.mayRead(field);
        }
    }

    private record Nowhere(WriteSession session, Consumer<RuleWrite> wouldWrite)
            implements RecordSink {

        @Override
        public UUID nextId() {
            return UUID.randomUUID();
        }

        @Override
        public void require(ObjectRight right, ObjectType object) {
            session.access().require(session.caller(), right, object);
        }

        @Override
        public boolean mayWrite(Field field) {
            return session.access().mayWrite(session.caller(), field);
        }

        @Override
        public void write(List<RuleWrite> writes, RuleChain chain) {
            writes.forEach(wouldWrite);
        }
    }
}
