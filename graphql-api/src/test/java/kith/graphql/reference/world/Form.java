package kith.graphql.reference.world;

/** How values look in the API. */
public enum Form {
    ID("ID"),
    STRING("String"),
    STRINGS("String"),
    INT("Int"),
    DECIMAL("Decimal"),
    DATE("Date"),
    DATE_TIME("DateTime"),
    BOOLEAN("Boolean");

    private final String scalar;

    Form(String scalar) {
        this.scalar = scalar;
    }

    /** The name of the GraphQL type. */
    public String scalar() {
        return scalar;
    }

    /** Whether {@code gt}, {@code between} and the like make sense. */
    public boolean isOrdered() {
        return this == STRING || this == INT || this == DECIMAL || isTime();
    }

    public boolean isNumber() {
        return this == INT || this == DECIMAL;
    }

    public boolean isTime() {
        return this == DATE || this == DATE_TIME;
    }
}
