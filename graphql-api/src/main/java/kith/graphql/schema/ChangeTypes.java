package kith.graphql.schema;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import java.util.List;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;

/** The types of the stream of changes and of what subscribers are told of it. */
final class ChangeTypes {

    private static final String USER = "User";

    private final Catalog catalog;
    private final TypeNames names;

    ChangeTypes(Catalog catalog, TypeNames names) {
        this.catalog = catalog;
        this.names = names;
    }

    /** The arguments of the stream. */
    static List<GraphQLArgument> arguments() {
        return List.of(
                newArgument()
                        .name("after")
                        .description("A cursor; the oldest change that is kept unless given.")
                        .type(Scalars.GraphQLString)
                        .build(),
                newArgument()
                        .name("first")
                        .description("At most 1,000; 50 unless given.")
                        .type(Scalars.GraphQLInt)
                        .build(),
                newArgument()
                        .name("objects")
                        .description("Names of objects; all unless given.")
                        .type(list(nonNull(Scalars.GraphQLString)))
                        .build());
    }

    /** The types that do not depend on objects. */
    List<GraphQLType> all() {
        return List.of(connection(), change(), value(), kind());
    }

    /** What subscribers are told of an object's records. */
    GraphQLObjectType event(ObjectType object) {
        return described(GraphQLObjectType.newObject().name(names.event(object.name())))
                .field(
                        field(
                                "node",
                                typeRef(TypeNames.record(object.name())),
                                "The record as it is now, in the bin or not; missing where it was"
                                        + " destroyed or does not match any more."))
                .build();
    }

    private GraphQLObjectType connection() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.CHANGE_CONNECTION)
                .field(
                        field(
                                "pageInfo",
                                nonNull(typeRef(TypeNames.PAGE_INFO)),
                                "Read on from endCursor while there is a next page, even where"
                                        + " this one has no nodes."))
                .field(field("nodes", listOf(TypeNames.CHANGE), "Oldest first."))
                .field(
                        field(
                                "latestCursor",
                                nonNull(Scalars.GraphQLString),
                                "The end of the stream as it is now."))
                .build();
    }

    private GraphQLObjectType change() {
        return described(GraphQLObjectType.newObject().name(TypeNames.CHANGE))
                .field(field("object", nonNull(Scalars.GraphQLString), "The object's name."))
                .field(
                        field(
                                "record",
                                typeRef(TypeNames.NODE),
                                "The record as it is now, in the bin or not; missing once it is"
                                        + " destroyed."))
                .build();
    }

    private GraphQLObjectType.Builder described(GraphQLObjectType.Builder change) {
        change.field(
                        field(
                                "cursor",
                                nonNull(Scalars.GraphQLString),
                                "The place in the stream behind this change."))
                .field(field("kind", nonNull(typeRef(TypeNames.CHANGE_KIND)), "What was done."))
                .field(field("recordId", nonNull(Scalars.GraphQLID), "The record's id."))
                .field(
                        field(
                                "version",
                                nonNull(Scalars.GraphQLInt),
                                "The version that the change made."))
                .field(field("at", nonNull(KithScalars.DATE_TIME), "When it was made."))
                .field(field("changes", listOf(TypeNames.CHANGED_VALUE), "The changed values."));
        if (catalog.object(USER).isPresent()) {
            change.field(field("actor", typeRef(TypeNames.record(USER)), "The user who made it."));
        }
        return change;
    }

    private static GraphQLObjectType value() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.CHANGED_VALUE)
                .field(
                        field(
                                "field",
                                nonNull(Scalars.GraphQLString),
                                "The field's name as it is now."))
                .field(
                        field(
                                "before",
                                KithScalars.JSON,
                                "Of a reference the id; numbers are texts."))
                .field(field("after", KithScalars.JSON, "Likewise."))
                .build();
    }

    private static GraphQLEnumType kind() {
        return GraphQLEnumType.newEnum()
                .name(TypeNames.CHANGE_KIND)
                .value("CREATED", "CREATED", "It is new.")
                .value("UPDATED", "UPDATED", "Values changed.")
                .value("DELETED", "DELETED", "It went into the bin.")
                .value("RESTORED", "RESTORED", "It came out of the bin.")
                .value("DESTROYED", "DESTROYED", "It is gone for ever.")
                .value(
                        "REMOVED",
                        "REMOVED",
                        "Values changed so that it does not match the subscription's filter;"
                                + " take it off the list. Told of subscriptions alone.")
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
