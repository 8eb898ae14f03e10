package kith.runtime.sql;

import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement ready to run: its text with {@code $1 …} in place of the values.
 *
 * @param types of the values, in the order of their numbers
 * @param values in the same order
 */
public record RenderedSql(String text, List<SqlType> types, List<@Nullable Object> values) {

    static RenderedSql of(Sql sql) {
        Renderer renderer = new Renderer();
        renderer.append(sql);
        return renderer.result();
    }

    void bindTo(Statement statement) {
        for (int index = 0; index < types.size(); index++) {
            types.get(index).bind(statement, index, values.get(index));
        }
    }

    /** Shows no values: they belong to the tenant. */
    @Override
    public String toString() {
        return text;
    }

    private static final class Renderer {
        private final StringBuilder text = new StringBuilder(512);
        private final List<SqlType> types = new ArrayList<>();
        private final List<@Nullable Object> values = new ArrayList<>();
        private final IdentityHashMap<SqlBind, Integer> numbers = new IdentityHashMap<>();

        private void append(Sql sql) {
            switch (sql) {
                case SqlText(String piece) -> text.append(piece);
                case SqlBind bind ->
                        text.append('$').append(number(bind)).append(bind.type().cast());
                case SqlSequence(List<Sql> parts) -> parts.forEach(this::append);
            }
        }

        private int number(SqlBind bind) {
            Integer known = numbers.get(bind);
            if (known != null) {
                return known;
            }
            types.add(bind.type());
            values.add(bind.value());
            numbers.put(bind, types.size());
            return types.size();
        }

        private RenderedSql result() {
            return new RenderedSql(text.toString(), types, values);
        }
    }
}
