package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import kith.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement takes column by column, so that its text is the same for two rows and for
 * ten thousand: {@code unnest($1, $2) as given(id, name)}. Documents travel as the lines of one
 * text: as elements of an array each quote of theirs would have to be escaped and read again. One
 * row alone is plain values, {@code (select $1, $2) as given(id, name)}: for those PostgreSQL keeps
 * its plan, while it counts the elements of arrays and plans anew.
 */
final class GivenRows<T> {

    private final List<T> rows;
    private final List<Column> columns = new ArrayList<>();

    private GivenRows(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    /** A column and the values of all rows as one bind. */
    private record Column(String name, boolean isJson, Sql values) {
        Sql identifier() {
            return Sql.identifier(name);
        }

        /** The value of the only row. */
        Sql only() {
            return isJson ? Sql.of("{}::jsonb", values) : values;
        }
    }

    static <T> GivenRows<T> of(Collection<T> rows) {
        return new GivenRows<>(rows);
    }

    GivenRows<T> column(String name, ColumnType type, Function<T, @Nullable Object> value) {
        if (rows.size() == 1) {
            Sql only = Sql.bind(type.type(), value.apply(rows.getFirst()));
            columns.add(new Column(name, false, only));
            return this;
        }
        @Nullable Object[] array = type.array(rows.size());
        for (int index = 0; index < array.length; index++) {
            array[index] = value.apply(rows.get(index));
        }
        columns.add(new Column(name, false, Sql.bind(type.arrayType(), array)));
        return this;
    }

    /** A column of JSON documents, each written without line breaks. */
    GivenRows<T> json(String name, Function<T, String> document) {
        StringBuilder lines = new StringBuilder(rows.size() * 256);
        for (int index = 0; index < rows.size(); index++) {
            if (index > 0) {
                lines.append('\n');
            }
            lines.append(document.apply(rows.get(index)));
        }
        columns.add(new Column(name, true, Sql.bind(lines.toString())));
        return this;
    }

    /** What stands behind {@code from}; its rows are called {@code given}. */
    Sql source() {
        Sql names = Sql.join(", ", named().map(Column::identifier).toList());
        return rows.size() == 1
                ? Sql.of("(select {}) as given({})", Sql.join(", ", binds()), names)
                : Sql.of("{} as given({})", functions(), names);
    }

    /** The rows as a table of a {@code with} clause; there documents are read once. */
    Sql table() {
        Sql names = Sql.join(", ", named().map(Column::identifier).toList());
        return rows.size() == 1
                ? Sql.of(
                        "given({}) as materialized (select {})",
                        names,
                        Sql.join(", ", named().map(Column::only).toList()))
                : Sql.of(
                        "given({}) as materialized (select {} from {} as given({}))",
                        names,
                        Sql.join(", ", named().map(GivenRows::value).toList()),
                        functions(),
                        names);
    }

    private List<Sql> binds() {
        return named().map(Column::values).toList();
    }

    private Sql functions() {
        List<Sql> arrays = columns(false).map(Column::values).toList();
        List<Sql> texts =
                columns(true)
                        .map(column -> Sql.of("string_to_table({}, E'\\n')", column.values()))
                        .toList();
        return texts.isEmpty()
                ? Sql.of("unnest({})", Sql.join(", ", arrays))
                : Sql.of(
                        "rows from (unnest({}), {})",
                        Sql.join(", ", arrays),
                        Sql.join(", ", texts));
    }

    private Stream<Column> named() {
        return Stream.concat(columns(false), columns(true));
    }

    /** The names of the columns, as a list of targets. */
    Sql columns() {
        return Sql.join(", ", columns.stream().map(Column::identifier).toList());
    }

    /** The columns as {@code given} has them. */
    Sql values() {
        return Sql.join(", ", columns.stream().map(GivenRows::value).toList());
    }

    /** {@code column = value} for each but the first, which is the key. */
    List<Sql> assignments(Function<String, Sql> value) {
        return columns.stream()
                .skip(1)
                .map(column ->
                        Sql.of(
                                "{} = {}",
                                Sql.identifier(column.name()),
                                value.apply(column.name())))
                .toList();
    }

    private Stream<Column> columns(boolean isJson) {
        return columns.stream().filter(column -> column.isJson() == isJson);
    }

    private static Sql value(Column column) {
        return column.isJson()
                ? Sql.of("given.{}::jsonb", Sql.identifier(column.name()))
                : Sql.of("given.{}", Sql.identifier(column.name()));
    }
}
