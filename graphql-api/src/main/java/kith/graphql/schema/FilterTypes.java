package kith.graphql.schema;

import static graphql.schema.GraphQLInputObjectField.newInputObjectField;
import static graphql.schema.GraphQLInputObjectType.newInputObject;
import static graphql.schema.GraphQLList.list;
import static graphql.schema.GraphQLNonNull.nonNull;
import static graphql.schema.GraphQLTypeReference.typeRef;

import graphql.Scalars;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLScalarType;
import java.util.ArrayList;
import java.util.List;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.SystemObjects;

/** The filters of objects, of their lists and of single values. */
final class FilterTypes {

    /** Stands for the calling user. */
    static final String ME = "me";

    private static final String WITHOUT_VALUE = "Matches records without a value, too.";

    private final TypeNames names;

    FilterTypes(TypeNames names) {
        this.names = names;
    }

    /** The filter of an object's records. */
    GraphQLInputObjectType filter(ObjectType object) {
        String own = names.filter(object.name());
        GraphQLInputObjectType.Builder filter =
                newInputObject()
                        .name(own)
                        .description("All that is given must hold.")
                        .field(field("and", list(nonNull(typeRef(own))), "All of them hold."))
                        .field(field("or", list(nonNull(typeRef(own))), "At least one holds."))
                        .field(field("not", typeRef(own), "It does not hold."));
        if (object.name().equals(SystemObjects.USER)) {
            filter.field(
                    field(
                            ME,
                            Scalars.GraphQLBoolean,
                            "Is the calling user; false: is another one."));
        }
        for (OutputField field : OutputField.of(object)) {
            condition(field).forEach(filter::field);
        }
        return filter.build();
    }

    /** The filter of the records that a polymorphic lookup points to. */
    GraphQLInputObjectType anyOf(Field lookup) {
        GraphQLInputObjectType.Builder filter =
                newInputObject()
                        .name(TypeNames.filterOf(lookup))
                        .description("All that is given must hold.")
                        .field(field("id", typeRef(ValueKind.ID.filterType()), "The id."))
                        .field(
                                field(
                                        "type",
                                        typeRef(ValueKind.TARGET.filterType()),
                                        "The name of its object."))
                        .field(
                                field(
                                        "isNull",
                                        Scalars.GraphQLBoolean,
                                        "Points nowhere, or somewhere."));
        for (String target : lookup.targets()) {
            filter.field(
                    field(
                            target,
                            typeRef(names.filter(target)),
                            "It is of this object and matches."));
        }
        return filter.build();
    }

    /** How many of a list's records must match. */
    GraphQLInputObjectType related(ObjectType object) {
        String filter = names.filter(object.name());
        return newInputObject()
                .name(names.related(object.name()))
                .field(field("some", typeRef(filter), "At least one matches."))
                .field(field("every", typeRef(filter), "None fails to match; true of none."))
                .field(field("none", typeRef(filter), "None matches."))
                .build();
    }

    /** The filters of single values that every schema has. */
    static List<GraphQLInputObjectType> values() {
        List<GraphQLInputObjectType> filters = new ArrayList<>();
        for (ValueKind kind : ValueKind.values()) {
            if (kind != ValueKind.TARGET) {
                filters.add(value(kind));
            }
        }
        filters.add(currency());
        return filters;
    }

    /** The filter of the objects to which polymorphic lookups point. */
    static GraphQLInputObjectType targets() {
        return value(ValueKind.TARGET);
    }

    private static GraphQLInputObjectType value(ValueKind kind) {
        GraphQLInputObjectType.Builder filter = newInputObject().name(kind.filterType());
        operators(kind).forEach(filter::field);
        return filter.build();
    }

    private static GraphQLInputObjectType currency() {
        return newInputObject()
                .name(TypeNames.CURRENCY_FILTER)
                .fields(equality(Scalars.GraphQLString))
                .field(isNull())
                .build();
    }

    private List<GraphQLInputObjectField> condition(OutputField field) {
        return switch (field) {
            case OutputField.Plain(Field plain) ->
                    List.of(
                            field(
                                    plain.name(),
                                    typeRef(ValueKind.of(plain.type()).filterType()),
                                    plain.label()));
            case OutputField.Reference(Field reference) ->
                    List.of(
                            field(
                                    reference.name(),
                                    typeRef(names.filter(reference.target().orElseThrow())),
                                    "The record that it points to matches."));
            case OutputField.AnyReference(Field lookup) ->
                    List.of(
                            field(
                                    lookup.name(),
                                    typeRef(TypeNames.filterOf(lookup)),
                                    "What it points to matches."));
            case OutputField.ReferenceId _ ->
                    List.of(field(field.name(), typeRef(ValueKind.ID.filterType()), "The id."));
            case OutputField.CurrencyOf _ ->
                    List.of(
                            field(
                                    field.name(),
                                    typeRef(TypeNames.CURRENCY_FILTER),
                                    "The currency, ISO 4217."));
            case OutputField.ListOf(var relation) ->
                    List.of(
                            field(
                                    relation.name(),
                                    typeRef(names.related(relation.target())),
                                    relation.label()));
        };
    }

    private static List<GraphQLInputObjectField> operators(ValueKind kind) {
        List<GraphQLInputObjectField> operators = new ArrayList<>();
        GraphQLScalarType value = kind.scalar();
        if (kind == ValueKind.STRINGS) {
            operators.add(field("has", value, "Holds the value."));
            operators.add(field("hasAny", list(nonNull(value)), "Holds at least one of them."));
            operators.add(field("hasAll", list(nonNull(value)), "Holds all of them."));
            operators.add(field("hasNone", list(nonNull(value)), "Holds none of them."));
        } else {
            operators.addAll(equality(value));
        }
        if (isOrdered(kind)) {
            operators.add(field("gt", value, "Is greater or later."));
            operators.add(field("gte", value, "Equals, or is greater or later."));
            operators.add(field("lt", value, "Is less or earlier."));
            operators.add(field("lte", value, "Equals, or is less or earlier."));
            operators.add(
                    field(
                            "between",
                            list(nonNull(value)),
                            "Lies between the first and the second, both included."));
        }
        if (kind == ValueKind.STRING) {
            operators.addAll(textOperators(value));
        }
        if (kind == ValueKind.DATE || kind == ValueKind.DATE_TIME) {
            operators.add(
                    field(
                            "relative",
                            Scalars.GraphQLString,
                            "A period in the tenant's time zone: TODAY, YESTERDAY, TOMORROW,"
                                    + " THIS_ LAST_ or NEXT_ with WEEK MONTH QUARTER YEAR, or"
                                    + " LAST_n_ NEXT_n_ with DAYS WEEKS MONTHS QUARTERS YEARS."
                                    + " Days count today; the others whole periods beside this"
                                    + " one."));
        }
        operators.add(isNull());
        return operators;
    }

    private static List<GraphQLInputObjectField> equality(GraphQLScalarType value) {
        return List.of(
                field("eq", value, "Equals."),
                field("ne", value, "Differs. " + WITHOUT_VALUE),
                field("in", list(nonNull(value)), "Is one of them."),
                field("notIn", list(nonNull(value)), "Is none. " + WITHOUT_VALUE));
    }

    private static GraphQLInputObjectField isNull() {
        return field("isNull", Scalars.GraphQLBoolean, "Has no value, or has one.");
    }

    private static List<GraphQLInputObjectField> textOperators(GraphQLScalarType value) {
        return List.of(
                field("contains", value, "Contains."),
                field("startsWith", value, "Starts with."),
                field("endsWith", value, "Ends with."),
                field("eqCi", value, "Equals, whatever the case."),
                field("neCi", value, "Differs, whatever the case. " + WITHOUT_VALUE),
                field("inCi", list(nonNull(value)), "Is one of them, whatever the case."),
                field(
                        "notInCi",
                        list(nonNull(value)),
                        "Is none, whatever the case. " + WITHOUT_VALUE),
                field("containsCi", value, "Contains, whatever the case."),
                field("startsWithCi", value, "Starts with, whatever the case."),
                field("endsWithCi", value, "Ends with, whatever the case."));
    }

    private static boolean isOrdered(ValueKind kind) {
        return switch (kind) {
            case STRING, INT, DECIMAL, DATE, DATE_TIME -> true;
            case ID, STRINGS, BOOLEAN, TARGET -> false;
        };
    }

    private static GraphQLInputObjectField field(
            String name, GraphQLInputType type, String description) {
        return newInputObjectField().name(name).type(type).description(description).build();
    }
}
