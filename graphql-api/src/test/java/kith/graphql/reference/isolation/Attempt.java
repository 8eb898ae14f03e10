package kith.graphql.reference.isolation;

import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A request with a place for an id, a unique value or a cursor.
 *
 * @param variables a JSON object with {@link #PLACE} in it
 * @param foreign what another tenant has
 * @param unknown what nobody has
 */
record Attempt(String text, String variables, String foreign, String unknown) {

    static final String PLACE = "¤";

    String variablesWith(String value) {
        return variables.replace(PLACE, inJson(value));
    }

    /** The text between the quotes. */
    static String inJson(String value) {
        String quoted = JsonNodeFactory.instance.stringNode(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
