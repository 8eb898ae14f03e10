package kith.runtime.formula;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.Storage;
import kith.metadata.catalog.StoredFormula;
import kith.metadata.catalog.StoredFormula.Watch;
import kith.runtime.sql.Sql;
import kith.runtime.sql.SqlType;
import kith.runtime.storage.RecordTable;

/**
 * The statements that bring stored formulas up to date. Whoever computes values holds the rows that
 * get them, and begins the statement that computes behind that: so the last one to hold a row sees
 * what all others committed.
 */
public final class FormulaUpdate {

    private static final String DEPENDENTS =
            """
            select r.id from {} r where r.tenant = {} and r.object = {} and {} order by r.id limit {}
            for no key update\
            """;

    private static final String NEXT =
            """
            select r.id from {} r where r.tenant = {} and r.object = {}{} order by r.id limit {}
            for no key update\
            """;

    private static final String SHARE =
            """
            select count(*) from (
                select seen.id from {} seen where seen.tenant = {} and seen.id in (select {} from {} where {}) order by seen.id
                for share
            ) held\
            """;

    private static final String COMPUTE =
            """
            update {} kept set {}
            from (select r.id, {} from {} r where {}) next
            where kept.tenant = {} and kept.id = next.id and ({})\
            """;

    private final Catalog catalog;
    private final Sql tenant;

    public FormulaUpdate(Catalog catalog, Sql tenant) {
        this.catalog = catalog;
        this.tenant = tenant;
    }

    /** Locks the records whose way leads to one of these, and gives their ids. */
    public Sql dependents(Watch watch, Collection<UUID> ids, long limit) {
        ObjectType object = catalog.require(watch.references().getFirst().object());
        return Sql.of(
                DEPENDENTS,
                RecordTable.of(object).name(),
                tenant,
                Sql.number(object.key()),
                leadsTo(watch.references(), 0, Sql.identifier("r"), ids),
                Sql.number(limit));
    }

    private Sql leadsTo(List<Field> references, int index, Sql row, Collection<UUID> ids) {
        Sql reference = Sql.of("{}.{}", row, column(references.get(index)));
        if (index == references.size() - 1) {
            return Sql.of("{} = any({})", reference, array(ids));
        }
        ObjectType target = target(references.get(index));
        Sql next = Sql.identifier("w" + (index + 1));
        return Sql.of(
                "{} in (select {}.id from {} {} where {}.tenant = {} and {}.object = {} and {})",
                reference,
                next,
                RecordTable.of(target).name(),
                next,
                next,
                tenant,
                next,
                Sql.number(target.key()),
                leadsTo(references, index + 1, next, ids));
    }

    /**
     * Keeps what lies along a way from some records from changing before the commit.
     *
     * @param way references, outermost first
     */
    public Sql share(ObjectType object, List<Field> way, Collection<UUID> ids) {
        List<Sql> tables = new ArrayList<>();
        tables.add(Sql.of("{} w0", RecordTable.of(object).name()));
        List<Sql> conditions = new ArrayList<>();
        conditions.add(Sql.of("w0.tenant = {} and w0.id = any({})", tenant, array(ids)));
        for (int index = 1; index < way.size(); index++) {
            Sql row = Sql.identifier("w" + index);
            tables.add(Sql.of("{} {}", RecordTable.of(target(way.get(index - 1))).name(), row));
            conditions.add(
                    Sql.of(
                            "{}.tenant = {} and {}.id = {}.{}",
                            row,
                            tenant,
                            row,
                            Sql.identifier("w" + (index - 1)),
                            column(way.get(index - 1))));
        }
        return Sql.of(
                SHARE,
                RecordTable.of(target(way.getLast())).name(),
                tenant,
                Sql.of("{}.{}", Sql.identifier("w" + (way.size() - 1)), column(way.getLast())),
                Sql.join(", ", tables),
                Sql.join(" and ", conditions));
    }

    /** Locks so many records of an object behind one, those in the bin too, and gives their ids. */
    public Sql next(ObjectType object, Optional<UUID> after, int limit) {
        return Sql.of(
                NEXT,
                RecordTable.of(object).name(),
                tenant,
                Sql.number(object.key()),
                after.map(id -> Sql.of(" and r.id > {}", Sql.bind(id)))
                        .orElseGet(() -> Sql.text("")),
                Sql.number(limit));
    }

    /** Computes the formulas of some records of an object. */
    public Sql compute(ObjectType object, List<StoredFormula> formulas, Collection<UUID> ids) {
        return compute(object, formulas, Optional.of(ids));
    }

    /** Computes a formula for all records of its object, while nobody writes. */
    public Sql computeAll(StoredFormula formula) {
        return compute(
                catalog.require(formula.field().object()), List.of(formula), Optional.empty());
    }

    private Sql compute(
            ObjectType object, List<StoredFormula> formulas, Optional<Collection<UUID>> ids) {
        List<Sql> assignments = new ArrayList<>();
        List<Sql> values = new ArrayList<>();
        List<Sql> changes = new ArrayList<>();
        for (StoredFormula formula : formulas) {
            FormulaColumn column = new FormulaColumn(formula);
            Sql name = column.name();
            assignments.add(Sql.of("{} = next.{}", name, name));
            values.add(
                    Sql.of(
                            "{} as {}",
                            column.value(read -> Sql.of("r.{}", Sql.identifier(read))),
                            name));
            changes.add(Sql.of("kept.{} is distinct from next.{}", name, name));
        }
        Sql rows =
                ids.map(some -> Sql.of("r.tenant = {} and r.id = any({})", tenant, array(some)))
                        .orElseGet(() ->
                                Sql.of(
                                        "r.tenant = {} and r.object = {}",
                                        tenant,
                                        Sql.number(object.key())));
        Sql table = RecordTable.of(object).name();
        return Sql.of(
                COMPUTE,
                table,
                Sql.join(", ", assignments),
                Sql.join(", ", values),
                table,
                rows,
                tenant,
                Sql.join(" or ", changes));
    }

    private ObjectType target(Field reference) {
        return catalog.require(reference.target().orElseThrow());
    }

    private static Sql column(Field reference) {
        return switch (reference.storage()) {
            case Storage.Column(String name) -> Sql.identifier(name);
            case Storage.Slot slot -> Sql.identifier(slot.column());
            case Storage.Overflow _, Storage.Links _, Storage.Computed _ ->
                    throw new IllegalArgumentException(reference.name() + " has no column");
        };
    }

    private static Sql array(Collection<UUID> ids) {
        return Sql.bind(SqlType.UUID_ARRAY, ids.toArray(UUID[]::new));
    }
}
