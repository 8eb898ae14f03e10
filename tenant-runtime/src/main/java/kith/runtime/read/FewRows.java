package kith.runtime.read;

import java.util.Optional;
import kith.runtime.access.RowFilter;
import kith.runtime.share.SharedRows;
import kith.runtime.sql.Sql;

/**
 * The records of an object that a user sees, taken from the index of their owners where these are
 * few. PostgreSQL does not know whose records are how many: it would walk along the order of a list
 * past millions of records of others. So the statement counts, no further than it pays, and takes
 * one way or the other.
 */
final class FewRows {

    private final Tables tables;
    private final Row row;
    private final Source source;
    private final RowFilter.Shared shared;

    private FewRows(Tables tables, Row row, Source source, RowFilter.Shared shared) {
        this.tables = tables;
        this.row = row;
        this.source = source;
        this.shared = shared;
    }

    /** Empty where all records are seen, or those asked for are found otherwise. */
    static Optional<FewRows> of(Tables tables, Row row, Source source, Rows candidates) {
        return source.rows() instanceof RowFilter.Shared shared
                        && !source.withDeleted()
                        && !candidates.isOfOneRecord()
                ? Optional.of(new FewRows(tables, row, source, shared))
                : Optional.empty();
    }

    /** What the statement finds out first, for its {@code with}. */
    Sql finding() {
        return Sql.of(
                "{} as materialized ({})",
                name(),
                SharedRows.reach(shared, source.object(), tables.tenant()));
    }

    Sql areFew() {
        return Sql.of("(select {}.few from {})", name(), name());
    }

    Sql areMany() {
        return Sql.of("not (select {}.few from {})", name(), name());
    }

    /** The records where they are few, and none where they are many. */
    Rows rows() {
        Sql owners = Sql.of("(select {}.owners from {})::uuid[]", name(), name());
        Sql seen =
                SharedRows.ofOwners(shared, source.object(), tables.tenant(), row.alias(), owners);
        return tables.fenced(row, source, Sql.of("{} and {}", areFew(), seen));
    }

    private Sql name() {
        return Sql.of("f{}", Sql.number(row.number()));
    }
}
