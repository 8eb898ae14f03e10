package kith.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a field is computed from the records that refer to its own.
 *
 * @param object name of the object whose records are summed up
 * @param through name of their reference to the record that has the field
 * @param of name of their field that is summed up; empty where they are only counted
 * @param where the condition under which a record counts; empty where all do
 */
public record RollUpDefinition(
        String object,
        String through,
        Function function,
        Optional<String> of,
        Optional<String> where) {

    /** What is computed. */
    public enum Function {
        COUNT,
        SUM,
        MIN,
        MAX,
        AVG;

        /** The value of {@code function} in documents. */
        public String documentName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The function that documents call so. */
        public static Optional<Function> named(String name) {
            return Arrays.stream(values())
                    .filter(function -> function.documentName().equals(name))
                    .findFirst();
        }

        /** All names in documents. */
        public static List<String> names() {
            return Arrays.stream(values()).map(Function::documentName).toList();
        }
    }

    /** The same after an object was given another name. */
    public RollUpDefinition following(String from, String to) {
        return object.equals(from) ? new RollUpDefinition(to, through, function, of, where) : this;
    }
}
