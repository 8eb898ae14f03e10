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
import kith.metadata.catalog.SystemObjects;

/** The types of what was done to a record: the same for all objects. */
public final class HistoryTypes {

    /** The field of every record. */
    public static final String FIELD = "history";

    private HistoryTypes() {}

    static GraphQLFieldDefinition field() {
        return newFieldDefinition()
                .name(FIELD)
                .description("What was done to the record, newest first.")
                .argument(
                        newArgument()
                                .name("first")
                                .description("At most 1,000; 50 unless given.")
                                .type(Scalars.GraphQLInt))
                .argument(newArgument().name("after").type(Scalars.GraphQLString))
                .type(nonNull(typeRef(TypeNames.HISTORY_CONNECTION)))
                .build();
    }

    static List<GraphQLType> all() {
        return List.of(connection(), edge(), entry(), change());
    }

    private static GraphQLObjectType connection() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.HISTORY_CONNECTION)
                .field(field("totalCount", nonNull(Scalars.GraphQLInt), "How many entries."))
                .field(field("pageInfo", nonNull(typeRef(TypeNames.PAGE_INFO)), "Its ends."))
                .field(field("edges", listOf(TypeNames.HISTORY_EDGE), "With cursors."))
                .field(field("nodes", listOf(TypeNames.HISTORY_ENTRY), "Without cursors."))
                .build();
    }

    private static GraphQLObjectType edge() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.HISTORY_EDGE)
                .field(field("cursor", nonNull(Scalars.GraphQLString), "Its place."))
                .field(field("node", nonNull(typeRef(TypeNames.HISTORY_ENTRY)), "The entry."))
                .build();
    }

    private static GraphQLObjectType entry() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.HISTORY_ENTRY)
                .field(
                        field(
                                "version",
                                nonNull(Scalars.GraphQLInt),
                                "The version that the record got."))
                .field(field("at", nonNull(KithScalars.DATE_TIME), "When."))
                .field(
                        field(
                                "by",
                                typeRef(TypeNames.record(SystemObjects.USER)),
                                "Who; missing where it was the platform itself."))
                .field(
                        field(
                                "kind",
                                nonNull(Scalars.GraphQLString),
                                "CREATE, UPDATE, DELETE or RESTORE."))
                .field(
                        field(
                                "origin",
                                nonNull(Scalars.GraphQLString),
                                "The way it came: API, CONSOLE or PLATFORM."))
                .field(
                        field(
                                "changes",
                                listOf(TypeNames.FIELD_CHANGE),
                                "The values that it changed, in the order of the object's fields."))
                .build();
    }

    private static GraphQLObjectType change() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.FIELD_CHANGE)
                .field(field("field", nonNull(Scalars.GraphQLString), "The name it has today."))
                .field(field("label", nonNull(Scalars.GraphQLString), "What people read."))
                .field(
                        field(
                                "before",
                                KithScalars.JSON,
                                "Numbers as text; of a lookup the id; missing where it had none."))
                .field(field("after", KithScalars.JSON, "Likewise."))
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
