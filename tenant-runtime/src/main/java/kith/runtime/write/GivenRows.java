package kith.runtime.write;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import kith.runtime.sql.Sql;
import org.jspecify.annotations.Nullable;

/**
 * Rows that a statement takes column by column, so that its text is the same for one row and for
 * ten thousand: {@code unnest($1, $2) as given(id, name)}.
 */
final class GivenRows<T> {

    private final List<T> rows;
    private final List<String> names = new ArrayList<>();
    private final List<Sql> arrays = new ArrayList<>();

    private GivenRows(Collection<T> rows) {
        this.rows = List.copyOf(rows);
    }

    static <T> GivenRows<T> of(Collection<T> rows) {
        return new GivenRows<>(rows);
    }

    GivenRows<T> column(String name, ColumnType type, Function<T, @Nullable Object> value) {
        @Nullable Object[] array = type.array(rows.size());
        for (int index = 0; index < array.length; index++) {
            array[index] = value.apply(rows.get(index));
        }
        names.add(name);
        arrays.add(Sql.bind(type.arrayType(), array));
        return this;
    }

    /** What stands behind {@code from}; its rows are called {@code given}. */
    Sql source() {
        return Sql.of("unnest({}) as given({})", Sql.join(", ", arrays), columns());
    }

    /** The names of the columns, as a list of targets. */
    Sql columns() {
        return Sql.join(", ", names.stream().map(Sql::identifier).toList());
    }

    /** The columns as {@code given} has them. */
    Sql values() {
        return Sql.join(
                ", ",
                names.stream().map(name -> Sql.of("given.{}", Sql.identifier(name))).toList());
    }

    /** {@code column = value} for each but the first, which is the key. */
    List<Sql> assignments(Function<String, Sql> value) {
        return names.stream()
                .skip(1)
                .map(name -> Sql.of("{} = {}", Sql.identifier(name), value.apply(name)))
                .toList();
    }
}
