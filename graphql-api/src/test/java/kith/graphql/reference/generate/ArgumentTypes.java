package kith.graphql.reference.generate;

import kith.graphql.reference.world.ModelObject;

/** The GraphQL types of arguments, for variables of them. */
final class ArgumentTypes {

    private ArgumentTypes() {}

    static String of(String argument, ModelObject object, Given value) {
        if (value instanceof Given.Leaf leaf) {
            return leaf.type();
        }
        boolean isOfGroups =
                value instanceof Given.Items items
                        && items.items().stream().anyMatch(ArgumentTypes::isOfGroups);
        return switch (argument) {
            case "filter" -> object.name() + "Filter";
            case "orderBy" ->
                    isOfGroups ? "[GroupOrder!]" : "[%sOrderBy!]".formatted(object.name());
            case "groupBy" -> "[GroupBy!]";
            case "having" -> "GroupCondition";
            default -> throw new IllegalArgumentException(argument);
        };
    }

    /** Tells orders of groups from those of records. */
    private static boolean isOfGroups(Given term) {
        return term instanceof Given.Members(var members)
                && (members.get("of") instanceof Given.Word
                        || members.get("key") instanceof Given.Leaf);
    }
}
