package kith.graphql.schema;

import static graphql.schema.GraphQLArgument.newArgument;
import static graphql.schema.GraphQLFieldDefinition.newFieldDefinition;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.runtime.read.Measure;

/** The types of groups of an object's records, and of what is computed over them. */
final class AggregateTypes {

    private final TypeNames names;

    AggregateTypes(TypeNames names) {
        this.names = names;
    }

    List<GraphQLType> of(ObjectType object) {
        List<GraphQLType> types = new ArrayList<>();
        types.add(aggregate(object.name()));
        types.add(group(object));
        if (hasNumbers(object)) {
            types.add(
                    values(
                            names.numbers(object.name()),
                            object,
                            Measure.Function.SUM,
                            field -> KithScalars.DECIMAL));
        }
        types.add(
                values(
                        names.extremes(object.name()),
                        object,
                        Measure.Function.MIN,
                        field -> ValueKind.of(field.type()).scalar()));
        types.add(
                values(
                        names.counts(object.name()),
                        object,
                        Measure.Function.COUNT_DISTINCT,
                        field -> nonNull(Scalars.GraphQLInt)));
        types.add(
                values(
                        names.shares(object.name()),
                        object,
                        Measure.Function.PERCENT_EMPTY,
                        field -> KithScalars.DECIMAL));
        return types;
    }

    /** How records are put into groups, wherever groups of them can be asked for. */
    static List<GraphQLArgument> arguments() {
        return List.of(
                newArgument()
                        .name("groupBy")
                        .description("None: all records are one group.")
                        .type(list(nonNull(typeRef(TypeNames.GROUP_BY))))
                        .build(),
                newArgument().name("having").type(typeRef(TypeNames.GROUP_CONDITION)).build(),
                newArgument()
                        .name("orderBy")
                        .description("By the keys unless given.")
                        .type(list(nonNull(typeRef(TypeNames.GROUP_ORDER))))
                        .build(),
                newArgument()
                        .name("first")
                        .description("How many groups: at most 1,000; 100 unless given.")
                        .type(Scalars.GraphQLInt)
                        .build());
    }

    private GraphQLObjectType aggregate(String object) {
        return GraphQLObjectType.newObject()
                .name(names.aggregate(object))
                .field(
                        newFieldDefinition()
                                .name("groups")
                                .type(nonNull(list(nonNull(typeRef(names.group(object)))))))
                .field(
                        newFieldDefinition()
                                .name("hasMore")
                                .description("Whether there are more groups than asked for.")
                                .type(nonNull(Scalars.GraphQLBoolean)))
                .build();
    }

    private GraphQLObjectType group(ObjectType object) {
        String name = object.name();
        GraphQLObjectType.Builder group =
                GraphQLObjectType.newObject()
                        .name(names.group(name))
                        .field(
                                newFieldDefinition()
                                        .name("keys")
                                        .description("The values of groupBy, by their names.")
                                        .type(nonNull(KithScalars.JSON)))
                        .field(
                                newFieldDefinition()
                                        .name("count")
                                        .type(nonNull(Scalars.GraphQLInt)));
        if (hasNumbers(object)) {
            function(group, "sum", names.numbers(name), "Exact.");
            function(
                    group,
                    "avg",
                    names.numbers(name),
                    "Of the records with a value; four decimals more than the field, half up.");
        }
        function(group, "min", names.extremes(name), "The least value.");
        function(group, "max", names.extremes(name), "The greatest value.");
        function(group, "countDistinct", names.counts(name), "How many different values.");
        function(
                group,
                "percentEmpty",
                names.shares(name),
                "Of how many in a hundred records the field is empty; two decimals.");
        return group.build();
    }

    private static void function(
            GraphQLObjectType.Builder group, String name, String type, String description) {
        group.field(
                newFieldDefinition()
                        .name(name)
                        .description(description)
                        .type(nonNull(typeRef(type))));
    }

    private static GraphQLObjectType values(
            String name,
            ObjectType object,
            Measure.Function function,
            Function<Field, GraphQLOutputType> type) {
        GraphQLObjectType.Builder values = GraphQLObjectType.newObject().name(name);
        AggregateFields.of(object, function)
                .forEach((fieldName, field) ->
                        values.field(newFieldDefinition().name(fieldName).type(type.apply(field))));
        return values.build();
    }

    private static boolean hasNumbers(ObjectType object) {
        return !AggregateFields.of(object, Measure.Function.SUM).isEmpty();
    }
}
