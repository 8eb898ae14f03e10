package kith.graphql.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLType;
import java.util.List;
import kith.runtime.read.DateUnit;

/** How records are put into groups: the same inputs for all objects, so that schemas stay small. */
final class GroupTypes {

    private GroupTypes() {}

    static List<GraphQLType> all() {
        return List.of(groupBy(), dateUnit(), aggregateFunction(), condition(), order());
    }

    private static GraphQLInputObjectType groupBy() {
        return newInputObject()
                .name(TypeNames.GROUP_BY)
                .description("A key of the groups: a field's value, its date unit or its range.")
                .field(
                        field(
                                "path",
                                nonNull(list(nonNull(Scalars.GraphQLString))),
                                "The field; before it lookups that lead to it."))
                .field(field("as", Scalars.GraphQLString, "Its name; the field's unless given."))
                .field(field("by", typeRef(TypeNames.DATE_UNIT), "Groups dates and date-times."))
                .field(
                        field(
                                "timeZone",
                                Scalars.GraphQLString,
                                "IANA name, for date-times; the tenant's unless given."))
                .field(
                        field(
                                "ranges",
                                list(nonNull(KithScalars.DECIMAL)),
                                "Ascending bounds that group numbers; the key is { from, to }, to"
                                        + " excluded."))
                .build();
    }

    private static GraphQLEnumType dateUnit() {
        return GraphQLEnumType.newEnum()
                .name(TypeNames.DATE_UNIT)
                .value("YEAR", DateUnit.YEAR, "The first day of the year.")
                .value("QUARTER", DateUnit.QUARTER, "The first day of the quarter.")
                .value("MONTH", DateUnit.MONTH, "The first day of the month.")
                .value("WEEK", DateUnit.WEEK, "The first day of the week, as the tenant begins it.")
                .value("DAY", DateUnit.DAY, "The day.")
                .value("HOUR", DateUnit.HOUR, "The date-time at which the hour began.")
                .value("QUARTER_OF_YEAR", DateUnit.QUARTER_OF_YEAR, "1 to 4.")
                .value("MONTH_OF_YEAR", DateUnit.MONTH_OF_YEAR, "1 to 12.")
                .value("DAY_OF_MONTH", DateUnit.DAY_OF_MONTH, "1 to 31.")
                .value("DAY_OF_WEEK", DateUnit.DAY_OF_WEEK, "1 (Monday) to 7 (Sunday).")
                .value("HOUR_OF_DAY", DateUnit.HOUR_OF_DAY, "0 to 23.")
                .build();
    }

    private static GraphQLEnumType aggregateFunction() {
        GraphQLEnumType.Builder functions =
                GraphQLEnumType.newEnum().name(TypeNames.AGGREGATE_FUNCTION);
        for (AggregateFunction function : AggregateFunction.values()) {
            functions.value(function.name(), function);
        }
        return functions.build();
    }

    private static GraphQLInputObjectType condition() {
        return newInputObject()
                .name(TypeNames.GROUP_CONDITION)
                .description("All that is given must hold.")
                .field(conditions("and", "All of them hold."))
                .field(conditions("or", "At least one holds."))
                .field(field("not", typeRef(TypeNames.GROUP_CONDITION), "It does not hold."))
                .field(of("What the operators beside it compare."))
                .field(measured())
                .field(field("eq", KithScalars.JSON, "Equals."))
                .field(field("ne", KithScalars.JSON, "Differs, or there is no value."))
                .field(field("gt", KithScalars.JSON, "Is greater or later."))
                .field(field("gte", KithScalars.JSON, "Equals, or is greater or later."))
                .field(field("lt", KithScalars.JSON, "Is less or earlier."))
                .field(field("lte", KithScalars.JSON, "Equals, or is less or earlier."))
                .field(field("isNull", Scalars.GraphQLBoolean, "No record has a value, or one."))
                .build();
    }

    private static GraphQLInputObjectType order() {
        return newInputObject()
                .name(TypeNames.GROUP_ORDER)
                .description("Either a key or what is computed.")
                .field(field("key", Scalars.GraphQLString, "The name of a key."))
                .field(of("What is computed."))
                .field(measured())
                .field(field("direction", typeRef(TypeNames.ORDER_DIRECTION), "ASC unless given."))
                .build();
    }

    private static GraphQLInputObjectField of(String description) {
        return field("of", typeRef(TypeNames.AGGREGATE_FUNCTION), description);
    }

    private static GraphQLInputObjectField measured() {
        return field("field", Scalars.GraphQLString, "Over which field; COUNT takes none.");
    }

    private static GraphQLInputObjectField conditions(String name, String description) {
        return field(name, list(nonNull(typeRef(TypeNames.GROUP_CONDITION))), description);
    }

    private static GraphQLInputObjectField field(
            String name, GraphQLInputType type, String description) {
        return newInputObjectField().name(name).type(type).description(description).build();
    }
}
