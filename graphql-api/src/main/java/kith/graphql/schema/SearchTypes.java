package kith.graphql.schema;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import java.util.List;

/** The root field {@code search} and what it gives: the same for all tenants. */
final class SearchTypes {

    static final String FIELD = "search";

    private SearchTypes() {}

    static GraphQLFieldDefinition field() {
        return newFieldDefinition()
                .name(FIELD)
                .description(
                        "Records that hold the words, best first: those with more of the words, then whole words before"
                                + " beginnings before typing errors, names before other fields, newer before older.")
                .argument(
                        newArgument()
                                .name("text")
                                .description("The first 8 words count; case and accents do not.")
                                .type(nonNull(Scalars.GraphQLString)))
                .argument(
                        newArgument()
                                .name("objects")
                                .description(
                                        "Names of objects; all that are searched unless given.")
                                .type(list(nonNull(Scalars.GraphQLString))))
                .argument(
                        newArgument()
                                .name("first")
                                .description("1 to 100.")
                                .type(nonNull(Scalars.GraphQLInt))
                                .defaultValueProgrammatic(20))
                .type(nonNull(typeRef(TypeNames.SEARCH_CONNECTION)))
                .build();
    }

    static List<GraphQLType> all() {
        return List.of(connection(), edge(), match(), piece());
    }

    private static GraphQLObjectType connection() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.SEARCH_CONNECTION)
                .field(
                        field(
                                "edges",
                                listOf(TypeNames.SEARCH_EDGE),
                                "With the reasons why they were found."))
                .field(field("nodes", listOf(TypeNames.NODE), "The records alone."))
                .build();
    }

    private static GraphQLObjectType edge() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.SEARCH_EDGE)
                .field(
                        field(
                                "score",
                                nonNull(Scalars.GraphQLFloat),
                                "1 where all words stand in the name as they were given."))
                .field(field("node", nonNull(typeRef(TypeNames.NODE)), "The record."))
                .field(
                        field(
                                "matches",
                                listOf(TypeNames.SEARCH_MATCH),
                                "The fields that hold the words, best first."))
                .build();
    }

    private static GraphQLObjectType match() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.SEARCH_MATCH)
                .field(field("field", nonNull(Scalars.GraphQLString), "Its name."))
                .field(field("label", nonNull(Scalars.GraphQLString), "What people read."))
                .field(
                        field(
                                "snippet",
                                listOf(TypeNames.SNIPPET_PIECE),
                                "The text around the first word, to be joined."))
                .build();
    }

    private static GraphQLObjectType piece() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.SNIPPET_PIECE)
                .field(field("text", nonNull(Scalars.GraphQLString), "Plain text."))
                .field(field("isMatch", nonNull(Scalars.GraphQLBoolean), "Whether to mark it."))
                .build();
    }

    private static GraphQLOutputType listOf(String type) {
        return nonNull(list(nonNull(typeRef(type))));
    }

    private static GraphQLFieldDefinition field(
            String name, GraphQLOutputType type, String description) {
        return newFieldDefinition().name(name).type(type).description(description).build();
    }
}
