package kith.runtime.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose text is known before its values: each of these is a constant, or is given with
 * every use.
 */
public final class StatementTemplate {

    private final String text;
    private final List<SqlType> types;
    private final List<Place> places;

    private StatementTemplate(String text, List<SqlType> types, List<Place> places) {
        this.text = text;
        this.types = List.copyOf(types);
        this.places = List.copyOf(places);
    }

    /** What stands at one parameter. */
    private sealed interface Place {

        /** The same value in every use. */
        record Constant(@Nullable Object value) implements Place {}

        /** What each use gives under this name. */
        record Given(String name) implements Place {}
    }

    /**
     * A statement that was rendered for values that nothing else can hold by chance.
     *
     * @param given these values by their names
     */
    public record Trial(RenderedSql statement, Map<String, Object> given) {
        public Trial {
            given = Map.copyOf(given);
        }
    }

    /**
     * The template behind two statements that differ in the given values alone; empty where they
     * differ in anything else, so that no statement is ever guessed.
     */
    public static Optional<StatementTemplate> between(Trial one, Trial other) {
        RenderedSql first = one.statement();
        RenderedSql second = other.statement();
        if (!first.text().equals(second.text()) || !first.types().equals(second.types())) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>(first.types().size());
        for (int index = 0; index < first.types().size(); index++) {
            Optional<Place> place =
                    place(one, first.values().get(index), other, second.values().get(index));
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return Optional.of(new StatementTemplate(first.text(), first.types(), places));
    }

    private static Optional<Place> place(
            Trial one, @Nullable Object first, Trial other, @Nullable Object second) {
        for (Map.Entry<String, Object> given : one.given().entrySet()) {
            if (given.getValue().equals(first)
                    && Objects.equals(other.given().get(given.getKey()), second)) {
                return Optional.of(new Place.Given(given.getKey()));
            }
        }
        return Objects.deepEquals(first, second)
                ? Optional.of(new Place.Constant(first))
                : Optional.empty();
    }

    /** Characters of the statement's text. */
    public int length() {
        return text.length();
    }

    /** The statement for one use. */
    public RenderedSql with(Map<String, ?> given) {
        List<@Nullable Object> values = new ArrayList<>(places.size());
        for (Place place : places) {
            values.add(
                    switch (place) {
                        case Place.Constant(var value) -> value;
                        case Place.Given(var name) -> Objects.requireNonNull(given.get(name), name);
                    });
        }
        return new RenderedSql(text, types, values);
    }
}
