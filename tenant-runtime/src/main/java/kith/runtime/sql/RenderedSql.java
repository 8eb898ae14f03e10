package kith.runtime.sql;

import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A statement ready to run: its text with {@code $1 …} in place of the values.
 *
 * @param types of the values, in the order of their numbers
 * @param values in the same order
 * @param open parts that change with values yet to come
 */
public record RenderedSql(
        String text, List<SqlType> types, List<@Nullable Object> values, List<OpenPlace> open) {

    static RenderedSql of(Sql sql) {
        return of(sql, 0);
    }

    static RenderedSql nameless(Sql sql) {
        Renderer renderer = new Renderer(0, true);
        renderer.append(sql);
        return renderer.result();
    }

    /** A part of a statement, behind so many parameters. */
    static RenderedSql of(Sql part, int before) {
        Renderer renderer = new Renderer(before, false);
        renderer.append(part);
        return renderer.result();
    }

    /** The statement with one part more, its parameters behind all others. */
    RenderedSql with(int position, Sql part) {
        RenderedSql more = of(part, types.size());
        List<SqlType> allTypes = new ArrayList<>(types);
        allTypes.addAll(more.types);
        List<@Nullable Object> allValues = new ArrayList<>(values);
        allValues.addAll(more.values);
        return new RenderedSql(
                text.substring(0, position) + more.text + text.substring(position),
                allTypes,
                allValues,
                open);
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
        private final List<OpenPlace> open = new ArrayList<>();
        private final Set<SqlOpen> placed = Collections.newSetFromMap(new IdentityHashMap<>());
        private final int before;
        private final boolean isNameless;

        /** The least number that was used since this was last set. */
        private int least;

        private Renderer(int before, boolean isNameless) {
            this.before = before;
            this.isNameless = isNameless;
        }

        private void append(Sql sql) {
            switch (sql) {
                case SqlText(String piece) -> text.append(piece);
                case SqlName(String name) -> {
                    if (isNameless) {
                        append(Sql.bind(name));
                    } else {
                        text.append('\'').append(name).append('\'');
                    }
                }
                case SqlBind bind ->
                        text.append('$').append(number(bind)).append(bind.type().cast());
                case SqlSequence(List<Sql> parts) -> parts.forEach(this::append);
                case SqlOpen place -> append(place);
            }
        }

        /** Where the same part comes again, it has the parameters of the first. */
        private void append(SqlOpen place) {
            if (!placed.add(place)) {
                append(place.sample());
                return;
            }
            int from = text.length();
            int first = types.size();
            least = Integer.MAX_VALUE;
            append(place.sample());
            open.add(
                    new OpenPlace(
                            place.name(),
                            place.rendering(),
                            text.substring(from),
                            types.subList(first, types.size()),
                            before + first,
                            least > before + first));
        }

        private int number(SqlBind bind) {
            int number = numbers.computeIfAbsent(bind, this::next);
            least = Math.min(least, number);
            return number;
        }

        private int next(SqlBind bind) {
            types.add(bind.type());
            values.add(bind.value());
            return before + types.size();
        }

        private RenderedSql result() {
            return new RenderedSql(text.toString(), types, values, open);
        }
    }
}
