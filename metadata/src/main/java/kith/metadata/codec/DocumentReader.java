package kith.metadata.codec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kith.metadata.name.Nearest;
import kith.metadata.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

/**
 * Reads the properties of one document and gathers all that is wrong with it. A property that is
 * null counts as left out. Where a property is faulty, a stand-in is answered, so that reading goes
 * on; the problems tell that the result must not be used.
 */
final class DocumentReader {

    private final JsonNode document;
    private final List<Object> path;
    private final List<Problem> problems;
    private final Set<String> read = new LinkedHashSet<>();

    DocumentReader(JsonNode document, List<Object> path, List<Problem> problems) {
        this.document = document;
        this.path = path;
        this.problems = problems;
    }

    boolean has(String property) {
        return value(property).isPresent();
    }

    String text(String property) {
        Optional<String> text = optionalText(property);
        if (text.isEmpty() && !has(property)) {
            missing(property);
        }
        return text.orElse("");
    }

    Optional<String> optionalText(String property) {
        return value(property)
                .flatMap(node ->
                        node.isString()
                                ? Optional.of(node.asString())
                                : wrong(property, node, "a text"));
    }

    Optional<Boolean> flag(String property) {
        return value(property)
                .flatMap(node ->
                        node.isBoolean()
                                ? Optional.of(node.asBoolean())
                                : wrong(property, node, "true or false"));
    }

    OptionalInt integer(String property) {
        Optional<Integer> number =
                value(property)
                        .flatMap(node ->
                                node.isIntegralNumber() && node.canConvertToInt()
                                        ? Optional.of(node.asInt())
                                        : wrong(property, node, "a whole number"));
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    Optional<UUID> uuid(String property) {
        return optionalText(property)
                .flatMap(text -> {
                    try {
                        return Optional.of(UUID.fromString(text));
                    } catch (IllegalArgumentException notUuid) {
                        return wrong(property, value(property).orElseThrow(), "a UUID");
                    }
                });
    }

    /** The elements of a list; empty where it is left out. */
    List<JsonNode> list(String property) {
        Optional<JsonNode> node = value(property);
        if (node.isPresent() && !node.get().isArray()) {
            wrong(property, node.get(), "a list");
            return List.of();
        }
        return node.map(array -> List.copyOf(array.values())).orElseGet(List::of);
    }

    /** The elements of a list of texts; those that are none are left out. */
    List<String> texts(String property) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> elements = list(property);
        for (int index = 0; index < elements.size(); index++) {
            JsonNode element = elements.get(index);
            if (element.isString()) {
                texts.add(element.asString());
            } else {
                problem(
                        DocumentProblem.WRONG_VALUE,
                        "`" + property + "` must hold texts, not " + shortened(element.toString()),
                        property,
                        index);
            }
        }
        return texts;
    }

    /** The object inside this document. */
    Optional<DocumentReader> inner(String property) {
        return value(property).flatMap(node -> inner(property, node, property));
    }

    /** The names of all properties that have a value. */
    List<String> names() {
        return document.propertyNames().stream()
                .filter(property -> !document.get(property).isNull())
                .toList();
    }

    /** A reader of an element of a list of this document. */
    Optional<DocumentReader> element(String property, int index, JsonNode element) {
        return inner(property, element, property, index);
    }

    Optional<JsonNode> value(String property) {
        read.add(property);
        JsonNode node = document.get(property);
        return node == null || node.isNull() || node.isMissingNode()
                ? Optional.empty()
                : Optional.of(node);
    }

    void missing(String property) {
        problem(DocumentProblem.MISSING_PROPERTY, "`" + property + "` is missing", property);
    }

    <T> Optional<T> wrong(String property, JsonNode node, String expected) {
        String given = node.isContainer() ? described(node.getNodeType()) : node.toString();
        problem(
                DocumentProblem.WRONG_VALUE,
                "`" + property + "` must be " + expected + ", not " + shortened(given),
                property);
        return Optional.empty();
    }

    void problem(DocumentProblem code, String message, Object... steps) {
        problems.add(Problem.of(code, message).at(at(steps)));
    }

    void problem(DocumentProblem code, String message, Optional<String> hint, Object... steps) {
        Problem problem = Problem.of(code, message).at(at(steps));
        problems.add(hint.map(problem::hint).orElse(problem));
    }

    /**
     * Reports the properties that nobody asked for.
     *
     * @param what what the document is, e.g. {@code a field of type date}
     * @param vocabulary properties that documents of this kind may have at all
     */
    void finish(String what, Collection<String> vocabulary) {
        for (String property : document.propertyNames()) {
            JsonNode node = document.get(property);
            if (read.contains(property) || node.isNull()) {
                continue;
            }
            Set<String> names = new TreeSet<>(read);
            Optional<String> hint =
                    vocabulary.contains(property)
                            ? Optional.of("Leave it out.")
                            : Nearest.hint(property, names);
            problem(
                    DocumentProblem.UNKNOWN_PROPERTY,
                    "`" + property + "` is no property of " + what,
                    hint,
                    property);
        }
    }

    private Optional<DocumentReader> inner(String property, JsonNode node, Object... steps) {
        if (!node.isObject()) {
            problem(
                    DocumentProblem.WRONG_VALUE,
                    "`" + property + "` must be an object, not " + shortened(node.toString()),
                    steps);
            return Optional.empty();
        }
        return Optional.of(new DocumentReader(node, at(steps), problems));
    }

    private List<Object> at(Object... steps) {
        List<Object> all = new ArrayList<>(path);
        all.addAll(List.of(steps));
        return all;
    }

    private static String described(JsonNodeType type) {
        return type == JsonNodeType.ARRAY ? "a list" : "an object";
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
