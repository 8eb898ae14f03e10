package kith.graphql.schema;

import graphql.Scalars;
import graphql.schema.GraphQLScalarType;
import kith.metadata.field.FieldType;

/** The form in which values of a field appear in GraphQL, and how they are filtered. */
@SuppressWarnings("ImmutableEnumChecker") // scalars are immutable, but do not say so
public enum ValueKind {
    ID(Scalars.GraphQLID, "IDFilter"),
    STRING(Scalars.GraphQLString, "StringFilter"),
    STRINGS(Scalars.GraphQLString, "MultiPicklistFilter"),
    INT(Scalars.GraphQLInt, "IntFilter"),
    DECIMAL(KithScalars.DECIMAL, "DecimalFilter"),
    DATE(KithScalars.DATE, "DateFilter"),
    DATE_TIME(KithScalars.DATE_TIME, "DateTimeFilter"),
    BOOLEAN(Scalars.GraphQLBoolean, "BooleanFilter"),
    /** The name of an object that a lookup points to. */
    TARGET(Scalars.GraphQLString, "LookupTypeFilter");

    /** Whole numbers of so many digits always fit GraphQL's 32 bits. */
    private static final int DIGITS_OF_INT = 9;

    private final GraphQLScalarType scalar;
    private final String filterType;

    ValueKind(GraphQLScalarType scalar, String filterType) {
        this.scalar = scalar;
        this.filterType = filterType;
    }

    GraphQLScalarType scalar() {
        return scalar;
    }

    String filterType() {
        return filterType;
    }

    /** The form of a field's values; of a reference the form of the id it holds. */
    public static ValueKind of(FieldType type) {
        return switch (type) {
            case FieldType.Id _,
                    FieldType.Lookup _,
                    FieldType.PolymorphicLookup _,
                    FieldType.MasterDetail _,
                    FieldType.ManyToMany _ ->
                    ID;
            case FieldType.Text _,
                    FieldType.LongText _,
                    FieldType.Picklist _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Url _,
                    FieldType.AutoNumber _ ->
                    STRING;
            case FieldType.MultiPicklist _ -> STRINGS;
            case FieldType.Numeric(int digits, int decimals) ->
                    decimals == 0 && digits <= DIGITS_OF_INT ? INT : DECIMAL;
            case FieldType.Currency _, FieldType.Percent _ -> DECIMAL;
            case FieldType.Date _ -> DATE;
            case FieldType.DateTime _ -> DATE_TIME;
            case FieldType.Checkbox _ -> BOOLEAN;
            case FieldType.TargetObject _ -> TARGET;
        };
    }
}
