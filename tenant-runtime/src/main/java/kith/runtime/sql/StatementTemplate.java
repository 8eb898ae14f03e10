package kith.runtime.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose text is known before its values: each of these is a constant, or is given with
 * every use, or follows from what is given.
 */
public final class StatementTemplate {

    /** A place with its value or name. */
    private static final int PLACE_WEIGHT = 20;

    private final String text;
    private final List<SqlType> types;
    private final List<Place> places;
    private final List<OpenPlace> open;
    private final boolean isShared;

    private StatementTemplate(
            String text,
            List<SqlType> types,
            List<Place> places,
            List<OpenPlace> open,
            boolean isShared) {
        this.text = text;
        this.isShared = isShared;
        this.types = List.copyOf(types);
        this.places = List.copyOf(places);
        this.open = List.copyOf(open);
    }

    /** What stands at one parameter. */
    private sealed interface Place {

        /** The same value in every use. */
        record Constant(@Nullable Object value) implements Place {}

        /** What each use gives under this name. */
        record Given(String name) implements Place {}

        /** What follows from what each use gives. */
        record Open() implements Place {}
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

    /** The template that a statement with {@linkplain Sql#gap gaps} is. */
    public static StatementTemplate of(Sql statement) {
        RenderedSql rendered = statement.render();
        List<Place> places = new ArrayList<>(rendered.values().size());
        for (Object value : rendered.values()) {
            places.add(
                    value instanceof SqlBind.Gap(String name)
                            ? new Place.Given(name)
                            : new Place.Constant(value));
        }
        return new StatementTemplate(
                rendered.text(), rendered.types(), places, rendered.open(), /* isShared= */ false);
    }

    /**
     * The template behind two statements that differ in the given values alone; empty where they
     * differ in anything else, so that no statement is ever guessed.
     */
    public static Optional<StatementTemplate> between(Trial one, Trial other) {
        RenderedSql first = one.statement();
        RenderedSql second = other.statement();
        if (!first.text().equals(second.text())
                || !first.types().equals(second.types())
                || !areAlike(first.open(), second.open())) {
            return Optional.empty();
        }
        List<Place> places = new ArrayList<>(first.types().size());
        for (int index = 0; index < first.types().size(); index++) {
            if (isOpen(first, index)) {
                places.add(new Place.Open());
                continue;
            }
            Optional<Place> place =
                    place(one, first.values().get(index), other, second.values().get(index));
            if (place.isEmpty()) {
                return Optional.empty();
            }
            places.add(place.get());
        }
        return Optional.of(
                new StatementTemplate(
                        first.text(), first.types(), places, first.open(), /* isShared= */ false));
    }

    private static boolean areAlike(List<OpenPlace> one, List<OpenPlace> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int index = 0; index < one.size(); index++) {
            if (!one.get(index).isAlone() || !one.get(index).isLike(other.get(index))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOpen(RenderedSql statement, int index) {
        return statement.open().stream().anyMatch(place -> place.holds(index));
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

    /** The names of what parts of the statement follow from. */
    public Set<String> openNames() {
        return open.stream().map(OpenPlace::name).collect(Collectors.toUnmodifiableSet());
    }

    public String text() {
        return text;
    }

    /**
     * The same with a text that others hold as well.
     *
     * @param same equal to its own
     */
    public StatementTemplate sharing(String same) {
        if (!same.equals(text)) {
            throw new IllegalArgumentException("another statement: " + same);
        }
        return new StatementTemplate(same, types, places, open, /* isShared= */ true);
    }

    /** Characters that it holds for itself, about. */
    public int weight() {
        return PLACE_WEIGHT * places.size() + (isShared ? 0 : text.length());
    }

    /** The statement for one use; empty where what is given needs another one. */
    public Optional<RenderedSql> with(Map<String, ? extends @Nullable Object> given) {
        List<@Nullable Object> values = new ArrayList<>(places.size());
        for (Place place : places) {
            values.add(
                    switch (place) {
                        case Place.Constant(var value) -> value;
                        case Place.Given(var name) -> required(given, name);
                        case Place.Open() -> null;
                    });
        }
        for (OpenPlace place : open) {
            Optional<List<@Nullable Object>> found = place.values(given);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            for (int index = 0; index < found.get().size(); index++) {
                values.set(place.first() + index, found.get().get(index));
            }
        }
        return Optional.of(new RenderedSql(text, types, values, List.of()));
    }

    private static @Nullable Object required(
            Map<String, ? extends @Nullable Object> given, String name) {
        Object value = given.get(name);
        if (value == null && !given.containsKey(name)) {
            throw new IllegalArgumentException("Nothing is given for " + name);
        }
        return value;
    }
}
