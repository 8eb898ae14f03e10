package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Relation;
import kith.metadata.problem.Problem;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;
import kith.runtime.write.ResolvedRecord.Named;
import kith.runtime.write.ResolvedRecord.ResolvedRelated;

/**
 * Finds the records that are of a relation now and shall be no more, because others were given as
 * the only ones: one statement for each relation.
 */
final class CurrentRelated {

    private final WriteSession session;
    private final Map<Relation, Map<UUID, Replacement>> replacements = new LinkedHashMap<>();

    CurrentRelated(WriteSession session) {
        this.session = session;
    }

    /** The only records that shall be of the relation of a record. */
    private record Replacement(ResolvedRelated related, Set<UUID> only) {}

    /** A record that is of a relation no more. */
    record Leaver(UUID above, ResolvedRelated related, UUID id) {}

    private record Pair(UUID above, UUID id) {}

    void replace(UUID above, ResolvedRelated related, List<Named> only) {
        Set<UUID> ids = new HashSet<>();
        only.forEach(named -> ids.add(named.id()));
        related.connect().forEach(named -> ids.add(named.id()));
        replacements
                .computeIfAbsent(related.relation(), _ -> new HashMap<>())
                .put(above, new Replacement(related, ids));
    }

    List<Leaver> find(Violations violations) {
        List<Leaver> leavers = new ArrayList<>();
        replacements.forEach((relation, byAbove) -> {
            List<Pair> pairs =
                    session.rows(statement(relation, byAbove.keySet()), CurrentRelated::pair);
            if (pairs.size() > RecordLoader.MOST_MATCHES) {
                violations.add(tooMany(byAbove.values().iterator().next().related()));
            }
            for (Pair pair : pairs) {
                Replacement replacement = Objects.requireNonNull(byAbove.get(pair.above()));
                if (!replacement.only().contains(pair.id())) {
                    leavers.add(new Leaver(pair.above(), replacement.related(), pair.id()));
                }
            }
        });
        return leavers;
    }

    private Sql statement(Relation relation, Set<UUID> above) {
        Sql field = Sql.bind(relation.field().id());
        Sql wholes = Sql.bind(SqlType.UUID_ARRAY, above.toArray(UUID[]::new));
        ObjectType other = session.catalog().require(relation.target());
        RecordTable table = RecordTable.of(other);
        Sql most = Sql.number(RecordLoader.MOST_MATCHES + 1L);
        return switch (relation.direction()) {
            case CHILDREN -> {
                Sql reference = ReferenceColumn.of(relation.field());
                yield Sql.of(
                        """
                        select {}, loaded.id from {} loaded
                        where loaded.tenant = {} and loaded.object = {} and loaded.deleted_at is null and {} = any({})
                        order by loaded.id limit {}\
                        """,
                        reference,
                        table.name(),
                        session.tenant(),
                        Sql.bind(other.key()),
                        reference,
                        wholes,
                        most);
            }
            case LINKED ->
                    Sql.of(
                            "select source, target from link where tenant = {} and field = {} and source = any({}) limit {}",
                            session.tenant(),
                            field,
                            wholes,
                            most);
            case LINKED_BACK ->
                    Sql.of(
                            """
                            select held.target, held.source from link held
                            join {} live on live.tenant = {} and live.id = held.source and live.deleted_at is null
                            where held.tenant = {} and held.field = {} and held.target = any({}) limit {}\
                            """,
                            table.name(),
                            session.tenant(),
                            session.tenant(),
                            field,
                            wholes,
                            most);
        };
    }

    private static Pair pair(Readable row) {
        return new Pair(
                Objects.requireNonNull(row.get(0, UUID.class)),
                Objects.requireNonNull(row.get(1, UUID.class)));
    }

    private static Problem tooMany(ResolvedRelated related) {
        return Problem.of(
                        WriteProblem.TOO_MANY_MATCHES,
                        "More than %,d records would leave `%s`"
                                .formatted(RecordLoader.MOST_MATCHES, related.relation().name()))
                .at(Violations.path(related.path(), "set"))
                .hint("Disconnect some of them first");
    }
}
