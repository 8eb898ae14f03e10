package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.read.Predicate;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.UniqueKeys;
import kith.runtime.write.CoercedWrite.CoercedStep;
import kith.runtime.write.DraftBatch.Member;
import kith.runtime.write.RecordLoader.Life;
import kith.runtime.write.RecordLoader.Lock;

/** Brings together what a step gives and what lies in the database, locked. */
final class DraftStage {

    private final WriteSession session;
    private final WrittenRecords written;
    private final RecordIds ids;

    DraftStage(WriteSession session, WrittenRecords written, RecordIds ids) {
        this.session = session;
        this.written = written;
        this.ids = ids;
    }

    /**
     * The drafts of a step, and after them those of the records that come with them; what is
     * missing becomes a violation. Removals have none.
     */
    List<DraftBatch> batches(CoercedStep coerced, Violations violations) {
        return coerced.records().isEmpty()
                ? List.of()
                : new RelatedDrafts(session, ids).batches(members(coerced, violations), violations);
    }

    private List<Member> members(CoercedStep coerced, Violations violations) {
        List<ResolvedRecord> records =
                ReferenceStage.resolve(
                        session, coerced.step().object(), coerced.records(), violations);
        return switch (coerced.step()) {
            case WriteRequest.Create create ->
                    records.stream()
                            .map(record ->
                                    new Member(
                                            record.asNew(create.object(), ids), record.related()))
                            .toList();
            case WriteRequest.Update update -> changeOfOne(update, records.getFirst(), violations);
            case WriteRequest.UpdateWhere update ->
                    matching(
                                    update.key(),
                                    update.object(),
                                    update.filter(),
                                    Life.LIVE,
                                    Lock.FOR_CHANGE,
                                    violations)
                            .stream()
                            .map(found ->
                                    new Member(records.getFirst().asChangeOf(found), List.of()))
                            .toList();
            case WriteRequest.Upsert upsert -> byKey(upsert, records);
            case WriteRequest.Delete _,
                    WriteRequest.DeleteWhere _,
                    WriteRequest.Restore _,
                    WriteRequest.RestoreWhere _,
                    WriteRequest.Destroy _,
                    WriteRequest.DestroyWhere _,
                    WriteRequest.RunRule _ ->
                    List.of();
        };
    }

    /** The locked records that match; too many become a violation. */
    List<StoredRecord> matching(
            String key,
            ObjectType object,
            Predicate filter,
            Life life,
            Lock lock,
            Violations violations) {
        Sql condition = written.condition(session, object, filter, life);
        List<StoredRecord> found =
                new RecordLoader(session).lockMatching(object, condition, life, lock);
        if (found.size() <= RecordLoader.MOST_MATCHES) {
            return found;
        }
        violations.add(
                Problem.of(
                                WriteProblem.TOO_MANY_MATCHES,
                                "More than %,d records match".formatted(RecordLoader.MOST_MATCHES))
                        .at(key, "filter")
                        .hint("Narrow the filter and repeat"));
        return List.of();
    }

    /** What to say of a record that is not there, or not for this caller to change. */
    static Problem notFound(WriteSession session, WriteRequest.Step step, UUID id) {
        boolean isKnown =
                !session.scope().changesAll(step.object())
                        && !new RecordLoader(session)
                                .read(List.of(step.object()), List.of(id))
                                .isEmpty();
        return isKnown
                ? Problem.of(
                                WriteProblem.RECORD_NOT_CHANGEABLE,
                                "You may see this %s, and not change it"
                                        .formatted(step.object().definition().label()))
                        .at(step.key(), "id")
                        .hint("Ask its owner to share it with you for changes.")
                : notThere(step, id);
    }

    private static Problem notThere(WriteRequest.Step step, UUID id) {
        return Problem.of(
                        WriteProblem.RECORD_NOT_FOUND,
                        "There is no %s %s".formatted(step.object().name(), id))
                .at(step.key(), "id");
    }

    private List<Member> changeOfOne(
            WriteRequest.Update update, ResolvedRecord record, Violations violations) {
        List<StoredRecord> found =
                new RecordLoader(session)
                        .lock(update.object(), List.of(update.id()), Life.LIVE, Lock.FOR_CHANGE);
        if (found.isEmpty()) {
            violations.add(notFound(session, update, update.id()));
            return List.of();
        }
        StoredRecord before = found.getFirst();
        OptionalInt expected = update.ifVersion();
        if (expected.isPresent() && expected.getAsInt() != before.version()) {
            violations.add(
                    new VersionConflict(session)
                            .problem(before, expected.getAsInt())
                            .at(update.key(), "ifVersion"));
        }
        return List.of(new Member(record.asChangeOf(before), record.related()));
    }

    private List<Member> byKey(WriteRequest.Upsert upsert, List<ResolvedRecord> records) {
        Map<String, StoredRecord> known = holders(upsert, records);
        List<Member> members = new ArrayList<>(records.size());
        for (ResolvedRecord record : records) {
            Object value = record.values().get(upsert.on().name());
            StoredRecord before =
                    value == null ? null : known.get(UniqueKeys.of(upsert.on().type(), value));
            Draft draft =
                    before == null ? record.asNew(upsert.object(), ids) : record.asChangeOf(before);
            members.add(new Member(draft, record.related()));
        }
        return members;
    }

    /** The locked records that hold a key of the batch, by key. */
    private Map<String, StoredRecord> holders(
            WriteRequest.Upsert upsert, List<ResolvedRecord> records) {
        Field on = upsert.on();
        String[] keys =
                records.stream()
                        .map(record -> record.values().get(on.name()))
                        .filter(Objects::nonNull)
                        .map(value -> UniqueKeys.of(on.type(), value))
                        .toArray(String[]::new);
        Sql condition =
                Sql.of(
                        """
                        loaded.id = any(array(select held.record from unique_value held
                            where held.tenant = {} and held.field = {} and held.value = any({})))\
                        """,
                        session.tenant(),
                        Sql.bind(on.id()),
                        Sql.bind(SqlType.TEXT_ARRAY, keys));
        Map<String, StoredRecord> known = new HashMap<>();
        for (StoredRecord record :
                new RecordLoader(session)
                        .lockMatching(upsert.object(), condition, Life.LIVE, Lock.FOR_CHANGE)) {
            Object value = record.value(on.name());
            if (value != null) {
                known.put(UniqueKeys.of(on.type(), value), record);
            }
        }
        return known;
    }
}
