package kith.metadata.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds texts that PostgreSQL cannot keep: with the character NUL, or with half a character. */
final class Unstorable {

    private Unstorable() {}

    /** The place of the first such text or name, counted from the document; empty for none. */
    static Optional<List<Object>> in(JsonNode document) {
        List<Object> path = new ArrayList<>();
        return isFound(document, path) ? Optional.of(List.copyOf(path)) : Optional.empty();
    }

    private static boolean isFound(JsonNode node, List<Object> path) {
        if (node.isString()) {
            return isUnstorable(node.asString());
        }
        for (String property : node.propertyNames()) {
            if (isUnstorable(property)) {
                return true;
            }
            if (isFoundAt(property, node.path(property), path)) {
                return true;
            }
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            if (isFoundAt(index, node.path(index), path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFoundAt(Object step, JsonNode node, List<Object> path) {
        path.add(step);
        if (isFound(node, path)) {
            return true;
        }
        path.removeLast();
        return false;
    }

    private static boolean isUnstorable(String text) {
        return text.codePoints()
                .anyMatch(point -> point == 0 || (point >= 0xD800 && point <= 0xDFFF));
    }
}
