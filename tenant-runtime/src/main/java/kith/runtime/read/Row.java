package kith.runtime.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import kith.runtime.sql.Sql;

/**
 * One row of the record table under an alias. A page picks its columns in an inner select, so the
 * row remembers which of them the JSON around it uses.
 */
final class Row implements Columns {

    private final int number;
    private final Sql alias;
    private final boolean isPicking;
    private final SequencedSet<String> used;

    Row(int number) {
        this(number, false, new LinkedHashSet<>());
    }

    private Row(int number, boolean isPicking, SequencedSet<String> used) {
        this.number = number;
        this.alias = Sql.of("r{}", Sql.number(number));
        this.isPicking = isPicking;
        this.used = used;
    }

    /** The same row where conditions and orders pick their columns as well. */
    Row picking() {
        return new Row(number, true, new LinkedHashSet<>(used));
    }

    /** Different for each row of a statement. */
    int number() {
        return number;
    }

    Sql alias() {
        return alias;
    }

    /** A column that the JSON uses. */
    @Override
    public Sql column(String name) {
        used.add(name);
        return inner(name);
    }

    /** A column that conditions and orders use, beside the table itself. */
    Sql inner(String name) {
        if (isPicking) {
            used.add(name);
        }
        return Sql.of("{}.{}", alias, Sql.identifier(name));
    }

    List<Sql> usedColumns() {
        return used.stream().map(this::inner).toList();
    }
}
