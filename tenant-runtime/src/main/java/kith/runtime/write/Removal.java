package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.RuleDefinition.Moment;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.problem.Problem;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import kith.runtime.trace.RunExpiry;
import kith.runtime.write.Parts.Taken;
import kith.runtime.write.RecordLoader.Life;

/** Puts records into the bin with their parts, takes them out again, and destroys them. */
final class Removal {

    private final WriteSession session;
    private final RecordIds ids;
    private final RuleStage rules;

    Removal(WriteSession session, RecordIds ids, RuleStage rules) {
        this.session = session;
        this.ids = ids;
        this.rules = rules;
    }

    /** Deletes locked live records. Each is a deletion of its own, which its restore takes back. */
    void delete(Collection<StoredRecord> roots, List<Object> path) {
        List<Taken> taken = new RemovalRules(session, rules).heard(roots, Life.LIVE, path);
        if (taken.isEmpty()) {
            return;
        }
        Map<UUID, UUID> deletions = new HashMap<>();
        roots.forEach(root -> deletions.put(root.id(), ids.next()));
        RecordTable.grouped(taken, part -> part.record().object())
                .forEach((table, parts) -> delete(table, parts, deletions));
        List<StoredRecord> records = taken.stream().map(Taken::record).toList();
        noteMoving(records);
        new UniqueValues(session).giveBackAllOf(ids(records));
        log(records, RecordChange.Kind.DELETE);
        new RollUpStage(session, ids).gone(records);
        new FormulaStage(session).goneOrBack(records);
        rules.around(Moment.AFTER_DELETE, records, path);
    }

    private void delete(RecordTable table, List<Taken> parts, Map<UUID, UUID> deletions) {
        GivenRows<Taken> given =
                GivenRows.of(parts)
                        .column("id", ColumnType.UUID, part -> part.record().id())
                        .column("deletion", ColumnType.UUID, part -> deletions.get(part.root()));
        session.send(
                Sql.of(
                        """
                        update {} gone set deletion = given.deletion, deleted_at = {}, version = gone.version + 1,
                            updated_at = {}, updated_by = {}
                        from {} where gone.tenant = {} and gone.id = given.id\
                        """,
                        table.name(),
                        Sql.bind(session.now()),
                        Sql.bind(session.now()),
                        user(),
                        given.source(),
                        session.tenant()));
    }

    /** Restores locked deleted records of one object with all that their deletions took. */
    void restore(List<StoredRecord> roots, List<Object> path) {
        requireParents(roots, Set.of(), path);
        Sql deletions =
                Sql.bind(
                        SqlType.UUID_ARRAY,
                        roots.stream()
                                .map(root -> root.deletion().orElseThrow())
                                .distinct()
                                .toArray(UUID[]::new));
        ObjectType object = roots.getFirst().object();
        Set<ObjectType> objects = new HashSet<>(Parts.objectsBelow(session, object));
        objects.add(object);
        List<StoredRecord> records =
                new RecordLoader(session)
                        .lockAll(
                                objects,
                                group ->
                                        Sql.of(
                                                "loaded.deletion = any({}) and {}",
                                                deletions,
                                                RecordTable.of(group.getFirst())
                                                        .counts(
                                                                session.catalog(),
                                                                Sql.text("loaded.object"))));
        requireParents(records, new HashSet<>(ids(records)), path);
        rules.around(Moment.BEFORE_RESTORE, records, path);
        RecordTable.grouped(records, StoredRecord::object).forEach(this::restore);
        noteMoving(records);
        new UniqueValues(session).take(claims(records, path));
        log(records, RecordChange.Kind.RESTORE);
        new RollUpStage(session, ids).back(records);
        new FormulaStage(session).goneOrBack(records);
        rules.around(Moment.AFTER_RESTORE, records, path);
    }

    private void restore(RecordTable table, List<StoredRecord> records) {
        session.send(
                Sql.of(
                        """
                        update {} back set deletion = null, deleted_at = null, version = back.version + 1,
                            updated_at = {}, updated_by = {}
                        where back.tenant = {} and back.id = any({})\
                        """,
                        table.name(),
                        Sql.bind(session.now()),
                        user(),
                        session.tenant(),
                        idArray(records)));
    }

    /** Destroys locked records, deleted or not, with their parts and all traces but a tombstone. */
    void destroy(Collection<StoredRecord> roots, List<Object> path) {
        List<StoredRecord> records =
                new RemovalRules(session, rules)
                        .heard(roots, Life.ANY, path).stream().map(Taken::record).toList();
        if (records.isEmpty()) {
            return;
        }
        Sql gone = idArray(records);
        new UniqueValues(session).giveBackAllOf(ids(records));
        session.send(
                Sql.of(
                        """
                        with given_back as (delete from record_share where tenant = {} and record = any({}))
                        delete from link where tenant = {} and (source = any({}) or target = any({}))\
                        """,
                        session.tenant(),
                        gone,
                        session.tenant(),
                        gone,
                        gone));
        session.send(
                Sql.of(
                        "delete from history where tenant = {} and record = any({})",
                        session.tenant(),
                        gone));
        session.send(RunExpiry.forgetting(session.tenant(), gone));
        RecordTable.grouped(records, StoredRecord::object).forEach(this::destroy);
        noteMoving(records);
        log(records, RecordChange.Kind.DESTROY);
        List<StoredRecord> live =
                records.stream().filter(record -> record.deletion().isEmpty()).toList();
        new RollUpStage(session, ids).gone(live);
        new FormulaStage(session).goneOrBack(live);
        rules.around(Moment.AFTER_DELETE, live, path);
    }

    private void destroy(RecordTable table, List<StoredRecord> records) {
        session.send(
                Sql.of(
                        "delete from {} where tenant = {} and id = any({})",
                        table.name(),
                        session.tenant(),
                        idArray(records)));
    }

    private void noteMoving(List<StoredRecord> records) {
        records.stream()
                .collect(
                        Collectors.groupingBy(
                                StoredRecord::object,
                                Collectors.mapping(StoredRecord::id, Collectors.toList())))
                .forEach(session::noteIfMoving);
    }

    /** Nothing returns as a part of what is gone; who holds the whole keeps it from going now. */
    private void requireParents(
            List<StoredRecord> records, Set<UUID> returning, List<Object> path) {
        ReferenceResolver resolver = new ReferenceResolver(session);
        record Parent(Field field, RecordInput.ById target) {}
        List<Parent> parents = new ArrayList<>();
        for (StoredRecord record : records) {
            for (Field master : Parts.masters(record.object())) {
                if (record.value(master.name()) instanceof UUID id && !returning.contains(id)) {
                    parents.add(new Parent(master, new RecordInput.ById(id)));
                }
            }
        }
        parents.forEach(parent -> resolver.want(parent.target()));
        resolver.lookUp();
        Violations violations = new Violations();
        for (Parent parent : parents) {
            if (resolver.find(parent.target(), parent.field()).isEmpty()) {
                violations.add(
                        Problem.of(
                                        WriteProblem.PARENT_DELETED,
                                        "The %s that it is a part of is deleted"
                                                .formatted(parent.field().target().orElseThrow()))
                                .at(path)
                                .hint("Restore that record first"));
            }
        }
        violations.refuseIfAny();
    }

    private static List<UniqueValues.Claim> claims(List<StoredRecord> records, List<Object> path) {
        List<UniqueValues.Claim> claims = new ArrayList<>();
        for (StoredRecord record : records) {
            for (Field field : UniqueValues.fields(record.object())) {
                Object value = record.value(field.name());
                if (value != null) {
                    claims.add(new UniqueValues.Claim(record.id(), field, value, path));
                }
            }
        }
        return claims;
    }

    private Sql user() {
        return Sql.bind(SqlType.UUID, session.caller().user().orElse(null));
    }

    private static Sql idArray(List<StoredRecord> records) {
        return Sql.bind(SqlType.UUID_ARRAY, ids(records).toArray(UUID[]::new));
    }

    private static List<UUID> ids(List<StoredRecord> records) {
        return records.stream().map(StoredRecord::id).toList();
    }

    private void log(List<StoredRecord> records, RecordChange.Kind kind) {
        new ChangeLog(session, ids)
                .write(
                        records.stream()
                                .map(record ->
                                        RecordChange.of(
                                                record.object(),
                                                record.id(),
                                                record.version() + 1,
                                                kind))
                                .toList());
    }
}
