package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.value.UniqueKeys;

/** The table that holds the values of unique fields, one row each; only live records have any. */
final class UniqueValues {

    private final WriteSession session;

    UniqueValues(WriteSession session) {
        this.session = session;
    }

    /**
     * A value that a record holds, or wants to.
     *
     * @param path where it stands in the request
     */
    record Claim(UUID record, Field field, Object value, List<Object> path) {
        String key() {
            return UniqueKeys.of(field.type(), value);
        }
    }

    /** The fields of an object whose values are unique. */
    static List<Field> fields(ObjectType object) {
        return object.fields().stream().filter(UniqueValues::isUnique).toList();
    }

    static boolean isUnique(Field field) {
        return (field.definition().isUnique() || field.definition().isExternalId())
                && !(field.type() instanceof FieldType.Id);
    }

    /** The claims as rows of the table. */
    static GivenRows<Claim> given(List<Claim> claims) {
        return GivenRows.of(claims)
                .column("field", ColumnType.UUID, claim -> claim.field().id())
                .column("value", ColumnType.TEXT, Claim::key)
                .column("record", ColumnType.UUID, Claim::record);
    }

    /** Takes the values; those that others hold become conflicts. */
    void take(List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        GivenRows<Claim> given = given(claims);
        // The order keeps two batches from waiting for each other.
        Sql statement =
                Sql.of(
                        """
                        with taken as (
                            insert into unique_value (tenant, {})
                            select {}, {} from {} order by given.field, given.value
                            on conflict (tenant, field, value) do nothing
                            returning 1
                        )
                        select count(*) from taken\
                        """,
                        given.columns(),
                        session.tenant(),
                        given.values(),
                        given.source());
        session.send(
                statement,
                row -> Objects.requireNonNull(row.get(0, Long.class)),
                taken -> {
                    if (taken.getFirst() < claims.size()) {
                        refuse(claims);
                    }
                });
    }

    /** Gives values back that the records hold no more. */
    void giveBack(List<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        GivenRows<Claim> given = given(claims);
        session.send(
                Sql.of(
                        """
                        delete from unique_value held using {}
                        where held.tenant = {} and held.field = given.field and held.value = given.value
                            and held.record = given.record\
                        """,
                        given.source(),
                        session.tenant()));
    }

    /** Gives back all that the records hold. */
    void giveBackAllOf(Collection<UUID> records) {
        session.send(
                Sql.of(
                        "delete from unique_value where tenant = {} and record = any({})",
                        session.tenant(),
                        Sql.bind(SqlType.UUID_ARRAY, records.toArray(UUID[]::new))));
    }

    private record Held(UUID field, String value) {
        static Held of(Readable row) {
            return new Held(
                    Objects.requireNonNull(row.get(0, UUID.class)),
                    Objects.requireNonNull(row.get(1, String.class)));
        }

        static Held of(Claim claim) {
            return new Held(claim.field().id(), claim.key());
        }
    }

    /** The holders that the caller may know of. */
    private Set<UUID> known(List<Claim> claims, Collection<UUID> holders) {
        List<ObjectType> objects =
                claims.stream()
                        .map(claim -> session.catalog().require(claim.field().object()))
                        .distinct()
                        .toList();
        return objects.stream().allMatch(session.scope()::knowsAll)
                ? Set.copyOf(holders)
                : new RecordLoader(session)
                        .read(objects, Set.copyOf(holders)).stream()
                                .map(StoredRecord::id)
                                .collect(Collectors.toSet());
    }

    /** The values that other records hold. */
    private void refuse(List<Claim> claims) {
        Map<Held, UUID> holders = holders(claims);
        Set<UUID> known = known(claims, holders.values());
        List<Problem> problems = new ArrayList<>();
        for (Claim claim : claims) {
            UUID holder = holders.get(Held.of(claim));
            if (claim.record().equals(holder)) {
                continue;
            }
            Problem problem =
                    Problem.of(
                                    WriteProblem.UNIQUE_VALUE_TAKEN,
                                    "Another %s has this `%s`"
                                            .formatted(
                                                    claim.field().object(), claim.field().name()))
                            .at(claim.path());
            problems.add(
                    holder == null
                                    || !known.contains(holder)
                                    || !session.access().mayRead(session.caller(), claim.field())
                            ? problem
                            : problem.hint("The record %s has it".formatted(holder)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private Map<Held, UUID> holders(List<Claim> claims) {
        GivenRows<Claim> given =
                GivenRows.of(claims)
                        .column("field", ColumnType.UUID, claim -> claim.field().id())
                        .column("value", ColumnType.TEXT, Claim::key);
        Map<Held, UUID> holders = new HashMap<>();
        session.rows(
                        Sql.of(
                                """
                                select held.field, held.value, held.record from {}
                                join unique_value held on held.tenant = {} and held.field = given.field
                                    and held.value = given.value\
                                """,
                                given.source(),
                                session.tenant()),
                        row ->
                                Map.entry(
                                        Held.of(row),
                                        Objects.requireNonNull(row.get(2, UUID.class))))
                .forEach(entry -> holders.put(entry.getKey(), entry.getValue()));
        return holders;
    }
}
