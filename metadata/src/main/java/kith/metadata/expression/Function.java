package kith.metadata.expression;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A function of the library. Several may have one name and differ in what they take.
 *
 * @param isVariadic whether the last parameter may be given again and again
 * @param nulls what a missing argument does
 * @param notInSql why the database cannot compute it; empty where it can
 * @param isVolatile whether it gives something else from one moment to the next
 */
public record Function(
        Group group,
        String name,
        List<Parameter> parameters,
        boolean isVariadic,
        Kind result,
        String description,
        Nulls nulls,
        Optional<String> notInSql,
        boolean isVolatile,
        List<Example> examples,
        Body body) {

    public Function {
        parameters = List.copyOf(parameters);
        examples = List.copyOf(examples);
    }

    /** The chapters of the reference. */
    public enum Group {
        TEXT("Text"),
        NUMBER("Numbers"),
        DATE("Dates and times"),
        LOGIC("Logic"),
        RECORD("The record that is written");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** What a missing argument does. */
    public enum Nulls {
        /** The result is missing; of a boolean it is no. */
        PASS,
        /** Missing arguments are left out; the result is missing where nothing is left. */
        SKIP,
        /** The description says. */
        TELL
    }

    /**
     * @param isZone whether it is the name of a time zone, written as a text
     */
    public record Parameter(String name, Kind kind, boolean isZone) {}

    /** An expression without fields, and one that gives the same. */
    public record Example(String expression, String result) {}

    /** Computes a result from arguments of the right kinds. */
    @FunctionalInterface
    public interface Body {
        @Nullable Object apply(Arguments arguments);
    }

    /** {@code round(number, number)}; no two functions have the same. */
    public String signature() {
        return name
                + parameters.stream()
                        .map(parameter -> parameter.kind().label())
                        .collect(Collectors.joining(", ", "(", isVariadic ? ", …)" : ")"));
    }

    /** {@code round(value, places)}. */
    public String usage() {
        return name
                + parameters.stream()
                        .map(Parameter::name)
                        .collect(Collectors.joining(", ", "(", isVariadic ? ", …)" : ")"));
    }

    /** Whether it takes so many arguments. */
    boolean takes(int count) {
        return isVariadic ? count >= parameters.size() : count == parameters.size();
    }

    /** The parameter that an argument is for. */
    Parameter parameter(int position) {
        return parameters.get(Math.min(position, parameters.size() - 1));
    }
}
