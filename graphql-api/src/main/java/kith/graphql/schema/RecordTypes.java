package kith.graphql.schema;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import kith.metadata.FieldDefinition;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.field.FieldType;

/** The types of an object's records and of pages of them. */
final class RecordTypes {

    private final TypeNames names;

    RecordTypes(TypeNames names) {
        this.names = names;
    }

    GraphQLObjectType record(ObjectType object) {
        GraphQLObjectType.Builder type =
                GraphQLObjectType.newObject()
                        .name(TypeNames.record(object.name()))
                        .description(
                                object.definition()
                                        .description()
                                        .orElse(object.definition().label()))
                        .withInterface(typeRef(TypeNames.NODE));
        OutputField.of(object).forEach(field -> type.field(field(field)));
        return type.field(HistoryTypes.field()).build();
    }

    /** The records that a polymorphic lookup can point to. */
    static GraphQLUnionType anyOf(Field lookup) {
        GraphQLUnionType.Builder union =
                GraphQLUnionType.newUnionType()
                        .name(TypeNames.anyOf(lookup))
                        .description("What `%s` can point to.".formatted(lookup.name()));
        lookup.targets().forEach(target -> union.possibleType(typeRef(TypeNames.record(target))));
        return union.build();
    }

    GraphQLObjectType connection(ObjectType object) {
        return GraphQLObjectType.newObject()
                .name(names.connection(object.name()))
                .field(
                        newFieldDefinition()
                                .name("totalCount")
                                .description("The exact number of records in the whole list.")
                                .type(nonNull(Scalars.GraphQLInt)))
                .field(
                        newFieldDefinition()
                                .name("cappedCount")
                                .description("Counts no further than one more than max.")
                                .argument(
                                        newArgument()
                                                .name("max")
                                                .type(nonNull(Scalars.GraphQLInt))
                                                .defaultValueProgrammatic(1000))
                                .type(nonNull(Scalars.GraphQLInt)))
                .field(
                        newFieldDefinition()
                                .name("aggregate")
                                .description("Groups of all records of the list.")
                                .arguments(AggregateTypes.arguments())
                                .type(nonNull(typeRef(names.aggregate(object.name())))))
                .field(
                        newFieldDefinition()
                                .name("pageInfo")
                                .type(nonNull(typeRef(TypeNames.PAGE_INFO))))
                .field(newFieldDefinition().name("edges").type(listOf(names.edge(object.name()))))
                .field(
                        newFieldDefinition()
                                .name("nodes")
                                .type(listOf(TypeNames.record(object.name()))))
                .build();
    }

    GraphQLObjectType edge(ObjectType object) {
        return GraphQLObjectType.newObject()
                .name(names.edge(object.name()))
                .field(newFieldDefinition().name("cursor").type(nonNull(Scalars.GraphQLString)))
                .field(
                        newFieldDefinition()
                                .name("node")
                                .type(nonNull(typeRef(TypeNames.record(object.name())))))
                .build();
    }

    /** The arguments of every list of the object's records. */
    List<GraphQLArgument> listArguments(String object) {
        return List.of(
                newArgument().name("filter").type(typeRef(names.filter(object))).build(),
                newArgument()
                        .name("orderBy")
                        .type(list(nonNull(typeRef(names.orderBy(object)))))
                        .build(),
                newArgument()
                        .name("first")
                        .description("At most 1,000; 50 unless given.")
                        .type(Scalars.GraphQLInt)
                        .build(),
                newArgument().name("after").type(Scalars.GraphQLString).build(),
                newArgument().name("last").type(Scalars.GraphQLInt).build(),
                newArgument().name("before").type(Scalars.GraphQLString).build());
    }

    GraphQLOutputType listOf(String type) {
        return nonNull(list(nonNull(typeRef(type))));
    }

    private GraphQLFieldDefinition field(OutputField field) {
        GraphQLFieldDefinition.Builder builder = newFieldDefinition().name(field.name());
        return switch (field) {
            case OutputField.Plain(Field plain) ->
                    described(builder, plain).type(valueType(plain)).build();
            case OutputField.Reference(Field reference) ->
                    described(builder, reference)
                            .type(typeRef(TypeNames.record(reference.target().orElseThrow())))
                            .build();
            case OutputField.AnyReference(Field lookup) ->
                    described(builder, lookup).type(typeRef(TypeNames.anyOf(lookup))).build();
            case OutputField.ReferenceId(Field reference) ->
                    described(builder, reference).type(Scalars.GraphQLID).build();
            case OutputField.CurrencyOf(Field amount) ->
                    builder.type(Scalars.GraphQLString)
                            .description("ISO 4217; missing where " + amount.name() + " is.")
                            .build();
            case OutputField.ListOf(var relation) ->
                    builder.type(nonNull(typeRef(names.connection(relation.target()))))
                            .description(relation.label())
                            .arguments(listArguments(relation.target()))
                            .build();
        };
    }

    private static GraphQLFieldDefinition.Builder described(
            GraphQLFieldDefinition.Builder builder, Field field) {
        FieldDefinition definition = field.definition();
        builder.description(definition.helpText().orElse(definition.label()));
        return definition.isDeprecated() ? builder.deprecate("No longer used.") : builder;
    }

    private static GraphQLOutputType valueType(Field field) {
        ValueKind kind = ValueKind.of(field.type());
        if (field.type() instanceof FieldType.Id
                || (field.isSystem() && field.name().equals("version"))) {
            return nonNull(kind.scalar());
        }
        return kind == ValueKind.STRINGS ? list(nonNull(kind.scalar())) : kind.scalar();
    }
}
