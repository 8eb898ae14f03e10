package kith.graphql.schema;

import java.util.Optional;
import kith.runtime.read.Measure.Function;

/** What is computed over a group, as callers write it. */
public enum AggregateFunction {
    COUNT(Optional.empty()),
    SUM(Optional.of(Function.SUM)),
    AVG(Optional.of(Function.AVERAGE)),
    MIN(Optional.of(Function.MIN)),
    MAX(Optional.of(Function.MAX)),
    COUNT_DISTINCT(Optional.of(Function.COUNT_DISTINCT)),
    PERCENT_EMPTY(Optional.of(Function.PERCENT_EMPTY));

    @SuppressWarnings("ImmutableEnumChecker") // an optional of an enum is immutable
    private final Optional<Function> ofField;

    AggregateFunction(Optional<Function> ofField) {
        this.ofField = ofField;
    }

    /** The function over a field; empty for the number of records, which needs none. */
    public Optional<Function> ofField() {
        return ofField;
    }
}
