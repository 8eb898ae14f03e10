package kith.runtime.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.storage.RecordTable;
import kith.runtime.write.CoercedRecord.WantedReference;
import org.jspecify.annotations.Nullable;

/**
 * What a direct write needs of others: the tenant as it expects it, and the records that it refers
 * to, which it holds so that nobody can delete them until it is done.
 */
final class DirectReferences {

    private final WriteScope scope;
    private final Set<Wanted> wanted = new LinkedHashSet<>();

    private DirectReferences(WriteScope scope) {
        this.scope = scope;
    }

    private record Wanted(ObjectType object, UUID id) {}

    /**
     * Empty where a record is named by something else than an id, may be of several objects, or
     * must not be known.
     */
    static Optional<DirectReferences> of(
            WriteScope scope, ObjectType object, List<CoercedRecord> records) {
        DirectReferences references = new DirectReferences(scope);
        Map<String, Boolean> known = new LinkedHashMap<>();
        for (CoercedRecord record : records) {
            for (WantedReference reference : record.references()) {
                if (reference.field().isPolymorphic()) {
                    return Optional.empty();
                }
                String name = reference.field().target().orElseThrow();
                ObjectType target = scope.catalog().require(name);
                if (!(reference.target() instanceof RecordInput.ById(UUID id))
                        || !known.computeIfAbsent(name, _ -> scope.knowsAll(target))
                        || (record.id().isPresent() && target.key() == object.key())) {
                    return Optional.empty();
                }
                references.wanted.add(new Wanted(target, id));
            }
        }
        return Optional.of(references);
    }

    /**
     * The tables {@code held} and {@code allowed}, for the statement's {@code with}. The {@code
     * case} holds the order: nothing is looked up before the tenant is set.
     */
    Sql tables() {
        Sql expected = TenantExpectation.of(scope.caller(), scope.catalog()).allowsWrite();
        if (wanted.isEmpty()) {
            return Sql.of("allowed as materialized (select {} as yes)", expected);
        }
        List<Sql> held = new ArrayList<>();
        RecordTable.grouped(wanted, Wanted::object)
                .forEach((table, group) -> held.add(heldIn(table, group)));
        return Sql.of(
                """
                held as materialized ({}), allowed as materialized (
                    select case when {} then (select count(*) from held) = {} else false end as yes
                )\
                """,
                Sql.join(" union all ", held),
                expected,
                Sql.bind(wanted.size()));
    }

    /**
     * What the statement answers; null where it is not allowed. Evaluated before everything else
     * that is in its {@code with}.
     */
    static Sql ifAllowed(Sql select) {
        return Sql.of("select case when (select allowed.yes from allowed) then ({}) end", select);
    }

    /** Equal for references whose tables differ in what fills their gaps alone. */
    String shape() {
        StringBuilder shape = new StringBuilder();
        wanted.forEach(each -> shape.append(each.object().key()).append(' '));
        return shape.toString();
    }

    /** What fills the gaps of the tables. */
    Map<String, Object> given() {
        Map<String, Object> given = new HashMap<>();
        RecordTable.grouped(wanted, Wanted::object)
                .forEach((table, group) ->
                        given.put(
                                gap(table),
                                group.size() == 1
                                        ? group.getFirst().id()
                                        : group.stream().map(Wanted::id).toArray(UUID[]::new)));
        return given;
    }

    private static String gap(RecordTable table) {
        return "held in " + table;
    }

    private Sql heldIn(RecordTable table, List<Wanted> group) {
        return group.size() == 1
                ? heldIn(table, group.getFirst())
                : Sql.of(
                        "select * from ({}) h",
                        held(
                                table,
                                Sql.gap(SqlType.UUID_ARRAY, gap(table)),
                                Sql.bind(
                                        SqlType.INTEGER_ARRAY,
                                        group.stream()
                                                .map(each -> each.object().key())
                                                .toArray(Integer[]::new))));
    }

    /** One record needs no rows to be put together and sorted. */
    private Sql heldIn(RecordTable table, Wanted wanted) {
        return Sql.of(
                """
                select * from (
                    select target.id from {} target
                    where target.tenant = {} and target.id = {} and (target.object = {}) is true and target.deleted_at is null
                    for key share of target
                ) h\
                """,
                table.name(),
                scope.tenant(),
                Sql.gap(SqlType.UUID, gap(table)),
                Sql.bind(wanted.object().key()));
    }

    /** Behind the selects PostgreSQL does not count the elements, and so keeps its plan. */
    private Sql held(RecordTable table, Sql ids, Sql objects) {
        return Sql.of(
                """
                select target.id from unnest((select {}::uuid[]), (select {}::int[])) as wanted(id, object)
                join {} target on target.tenant = {} and target.id = wanted.id
                    and (target.object = wanted.object) is true
                where target.deleted_at is null
                order by target.id
                for key share of target\
                """,
                ids,
                objects,
                table.name(),
                scope.tenant());
    }

    /** A record with the ids in the place of its references, whether they are there or not. */
    ResolvedRecord resolved(CoercedRecord record) {
        return new ResolvedRecord(
                record.id(),
                values(record),
                List.of(),
                List.of(),
                record.outdated(),
                record.failed(),
                record.path());
    }

    private static Map<String, @Nullable Object> values(CoercedRecord record) {
        if (record.references().isEmpty()) {
            return record.values();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(record.values());
        for (WantedReference reference : record.references()) {
            if (reference.target() instanceof RecordInput.ById(UUID id)) {
                values.put(reference.field().name(), id);
            }
        }
        return values;
    }
}
