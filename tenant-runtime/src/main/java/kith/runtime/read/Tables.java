package kith.runtime.read;

import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.Relation;
import kith.runtime.access.RowFilter;
import kith.runtime.share.SharedRows;
import kith.runtime.sql.Sql;
import kith.runtime.storage.RecordTable;

/**
 * The only place where a read names a table: each comes with the tenant's predicate, with its
 * object, and with what the caller may know of. A table of a single object needs no word of the
 * object.
 */
final class Tables {

    private final Sql tenant;
    private int rows;
    private int links;

    Tables(int tenant) {
        this.tenant = Sql.bind(tenant);
    }

    /** The tenant of every table. */
    Sql tenant() {
        return tenant;
    }

    /** A row under an alias of its own. */
    Row row() {
        return new Row(++rows);
    }

    Rows records(Row row, Source source) {
        return new Rows(named(row, source), guard(row, source), false);
    }

    /** The live records under a condition, gathered before anything else is asked of them. */
    Rows fenced(Row row, Source source, Sql condition) {
        List<Sql> guard = new ArrayList<>();
        guard.add(ofTenant(row));
        if (!RecordTable.of(source.object()).isDedicated()) {
            guard.add(ofObject(row, source));
        }
        guard.add(isLive(row));
        guard.add(condition);
        Sql gathered =
                Sql.of(
                        "(select {}.* from {} where {} offset 0) {}",
                        row.alias(),
                        named(row, source),
                        Sql.join(" and ", guard),
                        row.alias());
        return new Rows(gathered, List.of(), true);
    }

    /** Those in the bin; each knows its deletion, by which an index finds them. */
    Rows deleted(Row row, Source source) {
        return records(row, source)
                .and(Sql.of("{} is not null", row.inner("deleted_at")))
                .and(Sql.of("{} is not null", row.inner("deletion")));
    }

    /** Live records of whatever objects are in a table. */
    Rows records(Row row, RecordTable table) {
        return new Rows(
                Sql.of("{} {}", table.name(), row.alias()),
                List.of(ofTenant(row), isLive(row)),
                false);
    }

    /** Whether a live record is of this object, in whose table it is, and may be known of. */
    Sql isOf(Source source, Row row) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(ofObject(row, source));
        filter(row, source, conditions);
        return Sql.join(" and ", conditions);
    }

    /** The record that a reference points to. */
    Rows target(Row row, Source source, Sql id) {
        return new Rows(named(row, source), found(row, source, id), true);
    }

    /** The record with this id, whatever it is; {@link #isSeen} asks the rest. */
    Rows withId(Row row, Source source, Sql id) {
        return new Rows(named(row, source), byId(row, id), true);
    }

    /** Whether a record found by its id is of the object, and may be known of. */
    Sql isSeen(Row row, Source source) {
        List<Sql> conditions = new ArrayList<>();
        seenById(row, source, conditions);
        return conditions.isEmpty() ? Sql.text("true") : Sql.join(" and ", conditions);
    }

    /** The record that a reference points to, or nulls. */
    Sql leftJoin(Row row, Source source, Sql id) {
        return Sql.of(
                "left join {} on {}",
                named(row, source),
                Sql.join(" and ", found(row, source, id)));
    }

    /**
     * The id alone finds a record. Were the object a condition for an index too, PostgreSQL would
     * take any index that begins with it wherever it believes the object to be rare, and walk
     * through all its records.
     */
    private List<Sql> found(Row row, Source source, Sql id) {
        List<Sql> conditions = new ArrayList<>(byId(row, id));
        seenById(row, source, conditions);
        return conditions;
    }

    private List<Sql> byId(Row row, Sql id) {
        return List.of(ofTenant(row), Sql.of("{} = {}", row.inner("id"), id));
    }

    private void seenById(Row row, Source source, List<Sql> conditions) {
        if (!RecordTable.of(source.object()).isDedicated()) {
            conditions.add(Sql.of("({}) is true", ofObject(row, source)));
        }
        seen(row, source, conditions);
    }

    /** The records that stand in a relation to the one with this id. */
    Rows related(Row row, Source source, Relation relation, Sql id) {
        Field field = relation.field();
        return switch (relation.direction()) {
            case CHILDREN -> {
                Sql parent = FieldColumn.of(row::inner, field);
                yield records(row, source).and(Sql.of("{} = {}", parent, id)).ofOneRecord();
            }
            case LINKED, LINKED_BACK -> {
                Links links = links(relation, id);
                Sql joined = Sql.join(" and ", found(row, source, links.far()));
                Rows rows = links.rows();
                yield new Rows(
                        Sql.of("{} join {} on {}", rows.from(), named(row, source), joined),
                        rows.where(),
                        true);
            }
        };
    }

    /**
     * The links of a record.
     *
     * @param far the id of the record at the other end
     */
    record Links(Rows rows, Sql far) {}

    /** The links of the record with this id that make a relation, which is one of links. */
    Links links(Relation relation, Sql id) {
        boolean isForward = relation.direction() == Relation.Direction.LINKED;
        Sql link = Sql.of("l{}", Sql.number(++links));
        List<Sql> where =
                List.of(
                        Sql.of("{}.tenant = {}", link, tenant),
                        Sql.of("{}.field = {}", link, Sql.bind(relation.field().id())),
                        Sql.of("{}.{} = {}", link, end(isForward), id));
        Rows rows = new Rows(Sql.of("link {}", link), where, true);
        return new Links(rows, Sql.of("{}.{}", link, end(!isForward)));
    }

    private static Sql end(boolean isSource) {
        return Sql.text(isSource ? "source" : "target");
    }

    /** What was done to the record with this id. */
    Rows history(Sql alias, Sql id) {
        return new Rows(
                Sql.of("history {}", alias),
                List.of(
                        Sql.of("{}.tenant = {}", alias, tenant),
                        Sql.of("{}.record = {}", alias, id)),
                true);
    }

    /** The words by which records are found. */
    Rows searchWords(Sql alias) {
        return new Rows(
                Sql.of("search_word {}", alias),
                List.of(Sql.of("{}.tenant = {}", alias, tenant)),
                false);
    }

    /** All words of a record, in one row. */
    Rows searchEntries(Sql alias) {
        return new Rows(
                Sql.of("search_entry {}", alias),
                List.of(Sql.of("{}.tenant = {}", alias, tenant)),
                false);
    }

    /** What words with a typing error have in common. */
    Rows searchVariants(Sql alias) {
        return new Rows(
                Sql.of("search_variant {}", alias),
                List.of(Sql.of("{}.tenant = {}", alias, tenant)),
                false);
    }

    /** The ordered changes behind a position, as {@code c}. */
    Rows changes(Sql after) {
        return new Rows(
                Sql.text("outbox c"),
                List.of(Sql.of("c.tenant = {}", tenant), Sql.of("c.position > {}", after)),
                false);
    }

    /** The stream itself, one row, as {@code s}. */
    Rows stream() {
        return new Rows(Sql.text("stream s"), List.of(Sql.of("s.tenant = {}", tenant)), true);
    }

    private List<Sql> guard(Row row, Source source) {
        List<Sql> conditions = new ArrayList<>();
        conditions.add(ofTenant(row));
        if (!RecordTable.of(source.object()).isDedicated()) {
            conditions.add(ofObject(row, source));
        }
        seen(row, source, conditions);
        return conditions;
    }

    private void seen(Row row, Source source, List<Sql> conditions) {
        if (!source.withDeleted()) {
            conditions.add(isLive(row));
        }
        filter(row, source, conditions);
    }

    private void filter(Row row, Source source, List<Sql> conditions) {
        switch (source.rows()) {
            case RowFilter.Everything _ -> {}
            case RowFilter.Nothing _ -> conditions.add(Sql.text("false"));
            case RowFilter.Shared shared ->
                    conditions.add(
                            SharedRows.condition(shared, source.object(), tenant, row::inner));
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

    private static Sql named(Row row, Source source) {
        return Sql.of("{} {}", RecordTable.of(source.object()).name(), row.alias());
    }
}
