package kith.graphql.reference.generate;

import java.util.List;
import java.util.Map;

/** An input of a request before it is written down. */
sealed interface Given {

    /**
     * A value of a scalar type, or a list of such.
     *
     * @param json String, BigDecimal, Integer, Boolean or a List of them
     * @param type the GraphQL type, for a variable of it
     */
    record Leaf(Object json, String type) implements Given {}

    /** The name of a value of an enum. */
    record Word(String name) implements Given {}

    record Members(Map<String, Given> members) implements Given {}

    record Items(List<Given> items) implements Given {}

    static Given text(String text) {
        return new Leaf(text, "String");
    }
}
