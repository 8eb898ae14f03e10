package kith.graphql.reference.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kith.graphql.reference.interpret.Cursors;
import kith.graphql.reference.interpret.Expectation;
import tools.jackson.databind.JsonNode;

/**
 * Where an answer differs from the expected one.
 *
 * @param path from the root of the data
 */
public record Mismatch(String path, String expected, String actual) {

    /** The first difference; learns what the cursors of equal answers mean. */
    public static Optional<Mismatch> between(JsonNode expected, JsonNode actual, Cursors cursors) {
        return between("", expected, actual, cursors);
    }

    private static Optional<Mismatch> between(
            String path, JsonNode expected, JsonNode actual, Cursors cursors) {
        if (expected.isPojo()) {
            return cursor(path, expected, actual, cursors);
        }
        if (expected.isObject() && actual.isObject()) {
            return members(path, expected, actual, cursors);
        }
        boolean areLists = expected.isArray() && actual.isArray();
        if (areLists && expected.size() == actual.size()) {
            for (int index = 0; index < expected.size(); index++) {
                Optional<Mismatch> inside =
                        between(
                                path + "/" + index,
                                expected.get(index),
                                actual.get(index),
                                cursors);
                if (inside.isPresent()) {
                    return inside;
                }
            }
            return Optional.empty();
        }
        return areEqual(expected, actual) ? Optional.empty() : differing(path, expected, actual);
    }

    private static boolean areEqual(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }

    private static Optional<Mismatch> cursor(
            String path, JsonNode expected, JsonNode actual, Cursors cursors) {
        Object meaning = ((tools.jackson.databind.node.POJONode) expected).getPojo();
        if (!actual.isString() || !(meaning instanceof Expectation.CursorBehind behind)) {
            return differing(path, expected, actual);
        }
        cursors.learn(actual.stringValue(), behind.id());
        return Optional.empty();
    }

    /** Members come in the order in which they were asked for. */
    private static Optional<Mismatch> members(
            String path, JsonNode expected, JsonNode actual, Cursors cursors) {
        List<String> names = new ArrayList<>(expected.propertyNames());
        if (!names.equals(new ArrayList<>(actual.propertyNames()))) {
            return differing(path, expected, actual);
        }
        for (String name : names) {
            Optional<Mismatch> inside =
                    between(path + "/" + name, expected.get(name), actual.get(name), cursors);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static Optional<Mismatch> differing(String path, JsonNode expected, JsonNode actual) {
        return Optional.of(new Mismatch(path, expected.toString(), actual.toString()));
    }
}
