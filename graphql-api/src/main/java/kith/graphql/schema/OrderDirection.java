package kith.graphql.schema;

/** A direction of an order, as callers write it. */
public enum OrderDirection {
    ASC(false, true),
    DESC(true, false),
    ASC_NULLS_FIRST(false, false),
    ASC_NULLS_LAST(false, true),
    DESC_NULLS_FIRST(true, false),
    DESC_NULLS_LAST(true, true);

    private final boolean isDescending;
    private final boolean nullsLast;

    OrderDirection(boolean isDescending, boolean nullsLast) {
        this.isDescending = isDescending;
        this.nullsLast = nullsLast;
    }

    public boolean isDescending() {
        return isDescending;
    }

    public boolean nullsLast() {
        return nullsLast;
    }
}
