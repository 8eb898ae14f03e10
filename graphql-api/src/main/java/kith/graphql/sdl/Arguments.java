package kith.graphql.sdl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a field, or the members of an input object; the schema has already made sure of
 * their types.
 *
 * @param values what was given; an explicit null is there as null
 */
public record Arguments(Map<String, @Nullable Object> values) {

    public Arguments {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether it was given, be it as null. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text that the schema requires. */
    public String text(String name) {
        return (String) required(name);
    }

    public Optional<String> optionalText(String name) {
        return Optional.ofNullable((String) values.get(name));
    }

    /** A number that the schema requires or defaults. */
    public int integer(String name) {
        return (int) required(name);
    }

    public Optional<Integer> optionalInteger(String name) {
        return Optional.ofNullable((Integer) values.get(name));
    }

    /** Yes or no; no where it was not given. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /** An input object that the schema requires. */
    public Arguments object(String name) {
        return of(required(name));
    }

    /** The input objects of a list; none where it was not given. */
    public List<Arguments> objects(String name) {
        return list(name).stream().map(Arguments::of).toList();
    }

    /** The texts of a list; none where it was not given. */
    public List<String> texts(String name) {
        return list(name).stream().map(String.class::cast).toList();
    }

    /** The items of a list; none where it was not given. */
    public List<?> list(String name) {
        return values.get(name) instanceof List<?> items ? items : List.of();
    }

    private Object required(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    private static Arguments of(@Nullable Object members) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        ((Map<?, ?>) Objects.requireNonNull(members))
                .forEach((name, value) -> named.put(String.valueOf(name), value));
        return new Arguments(named);
    }
}
