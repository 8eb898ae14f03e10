package kith.graphql.schema;

import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import java.util.List;
import kith.metadata.catalog.Catalog;

/** The types that every tenant's schema has. */
final class PlatformTypes {

    private static final String USER = "User";

    private PlatformTypes() {}

    static GraphQLInterfaceType node() {
        return GraphQLInterfaceType.newInterface()
                .name(TypeNames.NODE)
                .description("A record of whatever object.")
                .field(newFieldDefinition().name("id").type(nonNull(Scalars.GraphQLID)))
                .build();
    }

    /** Those that lists of records need. */
    static List<GraphQLType> ofLists() {
        return List.of(pageInfo(), OrderTypes.direction());
    }

    /** Those that no list of records needs. */
    static List<GraphQLType> others(Catalog catalog) {
        return List.of(
                me(catalog),
                currentTenant(),
                single(TypeNames.WRITE_COUNT, "count", Scalars.GraphQLInt),
                single(TypeNames.DESTROYED_RECORD, "id", Scalars.GraphQLID));
    }

    private static GraphQLObjectType pageInfo() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.PAGE_INFO)
                .field(
                        newFieldDefinition()
                                .name("hasNextPage")
                                .type(nonNull(Scalars.GraphQLBoolean)))
                .field(
                        newFieldDefinition()
                                .name("hasPreviousPage")
                                .type(nonNull(Scalars.GraphQLBoolean)))
                .field(newFieldDefinition().name("startCursor").type(Scalars.GraphQLString))
                .field(newFieldDefinition().name("endCursor").type(Scalars.GraphQLString))
                .build();
    }

    private static GraphQLObjectType me(Catalog catalog) {
        GraphQLObjectType.Builder me = GraphQLObjectType.newObject().name(TypeNames.ME);
        if (catalog.object(USER).isPresent()) {
            me.field(
                    newFieldDefinition()
                            .name("user")
                            .description("The record of the calling user.")
                            .type(typeRef(TypeNames.record(USER))));
        }
        return me.field(
                        newFieldDefinition()
                                .name("isAdministrator")
                                .description("Whether the caller may change the metadata.")
                                .type(nonNull(Scalars.GraphQLBoolean)))
                .field(
                        newFieldDefinition()
                                .name("tenant")
                                .type(nonNull(typeRef(TypeNames.CURRENT_TENANT))))
                .build();
    }

    private static GraphQLObjectType currentTenant() {
        return GraphQLObjectType.newObject()
                .name(TypeNames.CURRENT_TENANT)
                .field(text("slug", "Its permanent short name."))
                .field(text("name", "What people read."))
                .field(text("currency", "ISO 4217."))
                .field(text("timeZone", "IANA name."))
                .field(text("locale", "BCP 47."))
                .build();
    }

    private static graphql.schema.GraphQLFieldDefinition text(String name, String description) {
        return newFieldDefinition()
                .name(name)
                .description(description)
                .type(nonNull(Scalars.GraphQLString))
                .build();
    }

    private static GraphQLObjectType single(String type, String field, GraphQLScalarType scalar) {
        return GraphQLObjectType.newObject()
                .name(type)
                .field(newFieldDefinition().name(field).type(nonNull(scalar)))
                .build();
    }
}
