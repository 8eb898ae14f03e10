package kith.graphql.data;

import graphql.language.Field;
import graphql.language.SelectionSet;
import java.util.List;
import java.util.Objects;

/**
 * A field of the answer, merged from all places of the document that ask for it.
 *
 * @param key its name in the answer
 */
record SelectedField(String key, String name, List<Field> nodes) {

    static final String TYPE_NAME = "__typename";

    SelectedField {
        nodes = List.copyOf(nodes);
    }

    Field first() {
        return nodes.getFirst();
    }

    List<SelectionSet> selectionSets() {
        return nodes.stream().map(Field::getSelectionSet).filter(Objects::nonNull).toList();
    }

    boolean isTypeName() {
        return name.equals(TYPE_NAME);
    }

    boolean isIntrospection() {
        return name.equals("__schema") || name.equals("__type");
    }
}
