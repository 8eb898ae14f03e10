package kith.server.docs;

import tools.jackson.databind.JsonNode;

/**
 * Whether an answer shows at least what a guide prints of it: every printed property, every item of
 * a list.
 */
final class ShownIn {

    private ShownIn() {}

    static boolean shows(JsonNode answer, JsonNode printed) {
        if (printed.isObject()) {
            return answer.isObject()
                    && printed.properties().stream()
                            .allMatch(property ->
                                    answer.has(property.getKey())
                                            && shows(
                                                    answer.get(property.getKey()),
                                                    property.getValue()));
        }
        if (printed.isArray()) {
            return answer.isArray()
                    && answer.size() == printed.size()
                    && itemsShown(answer, printed);
        }
        return answer.equals(printed);
    }

    private static boolean itemsShown(JsonNode answer, JsonNode printed) {
        for (int position = 0; position < printed.size(); position++) {
            if (!shows(answer.get(position), printed.get(position))) {
                return false;
            }
        }
        return true;
    }
}
