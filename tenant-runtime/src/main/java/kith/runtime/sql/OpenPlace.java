package kith.runtime.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a rendered statement that stands for a value yet to come.
 *
 * @param name under which the value will be given
 * @param text of this part
 * @param types of its parameters, whose numbers follow each other
 * @param first index of the first of them
 * @param isAlone whether it has no parameter in common with what comes before it
 */
record OpenPlace(
        String name,
        Function<Object, Optional<Sql>> rendering,
        String text,
        List<SqlType> types,
        int first,
        boolean isAlone) {

    OpenPlace {
        types = List.copyOf(types);
    }

    /** Whether the parameter with this index belongs to it. */
    boolean holds(int index) {
        return index >= first && index < first + types.size();
    }

    /** Same place, for the same value. */
    boolean isLike(OpenPlace other) {
        return name.equals(other.name) && text.equals(other.text) && first == other.first;
    }

    /**
     * The values of its parameters; empty where the given value would need another statement.
     *
     * @param given values by name
     */
    Optional<List<@Nullable Object>> values(Map<String, ?> given) {
        Object value = given.get(name);
        return value == null
                ? Optional.empty()
                : rendering
                        .apply(value)
                        .map(sql -> RenderedSql.of(sql, first))
                        .filter(part -> part.text().equals(text) && part.types().equals(types))
                        .map(RenderedSql::values);
    }
}
