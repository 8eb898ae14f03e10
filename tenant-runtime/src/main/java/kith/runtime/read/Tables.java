package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Relation;
import kith.runtime.access.RowFilter;
import kith.runtime.sql.Sql;

/**
 * The only place where a read names a table: each comes with the tenant's predicate, with its
 * object, and with what the caller may know of.
 */
final class Tables {

    private final Sql tenant;
    private int rows;
    private int links;

    Tables(int tenant) {
        this.tenant = Sql.bind(tenant);
    }

    /** A row under an alias of its own. */
    Row row() {
        return new Row(++rows);
    }

    Rows records(Row row, Source source) {
        return new Rows(named(row), guard(row, source));
    }

    /** Live records of whatever object. */
    Rows records(Row row) {
        return new Rows(named(row), List.of(ofTenant(row), isLive(row)));
    }

    /** Whether a live record is of this object, and the caller may know of it. */
    Sql isOf(Source source, Row row) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(ofObject(row, source));
        filter(source.rows(), conditions);
        return Sql.join(" and ", conditions);
    }

    /** The record that a reference points to. */
    Rows target(Row row, Source source, Sql id) {
        return records(row, source).and(Sql.of("{} = {}", row.inner("id"), id));
    }

    /** The record that a reference points to, or nulls. */
    Sql leftJoin(Row row, Source source, Sql id) {
        List<Sql> conditions = new ArrayList<>(guard(row, source));
        conditions.add(Sql.of("{} = {}", row.inner("id"), id));
        return Sql.of("left join {} on {}", named(row), Sql.join(" and ", conditions));
    }

    /** The records that stand in a relation to the one with this id. */
    Rows related(Row row, Source source, Relation relation, Sql id) {
        Field field = relation.field();
        return switch (relation.direction()) {
            case CHILDREN -> records(row, source).and(FieldColumn.refersTo(row::inner, field, id));
            case LINKED -> linked(row, source, field.id(), Sql.text("source"), id, "target");
            case LINKED_BACK -> linked(row, source, field.id(), Sql.text("target"), id, "source");
        };
    }

    private Rows linked(Row row, Source source, UUID field, Sql near, Sql id, String far) {
        Sql link = Sql.of("l{}", Sql.number(++links));
        List<Sql> where = new ArrayList<>();
        where.add(Sql.of("{}.tenant = {}", link, tenant));
        where.add(Sql.of("{}.field = {}", link, Sql.bind(field)));
        where.add(Sql.of("{}.{} = {}", link, near, id));
        where.addAll(guard(row, source));
        return new Rows(
                Sql.of(
                        "link {} join {} on {} = {}.{}",
                        link,
                        named(row),
                        row.inner("id"),
                        link,
                        Sql.identifier(far)),
                where);
    }

    private List<Sql> guard(Row row, Source source) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(ofTenant(row));
        conditions.add(ofObject(row, source));
        if (!source.withDeleted()) {
            conditions.add(isLive(row));
        }
        filter(source.rows(), conditions);
        return conditions;
    }

    private static void filter(RowFilter filter, List<Sql> conditions) {
        switch (filter) {
            case RowFilter.Everything _ -> {}
            case RowFilter.Nothing _ -> conditions.add(Sql.text("false"));
        }
    }

    private Sql ofTenant(Row row) {
        return Sql.of("{} = {}", row.inner("tenant"), tenant);
    }

    private static Sql ofObject(Row row, Source source) {
        return Sql.of("{} = {}", row.inner("object"), Sql.number(source.object().key()));
    }

    private static Sql isLive(Row row) {
        return Sql.of("{} is null", row.inner("deleted_at"));
    }

    private static Sql named(Row row) {
        return Sql.of("record {}", row.alias());
    }
}
