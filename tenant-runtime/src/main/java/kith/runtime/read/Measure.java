package kith.runtime.read;

import kith.metadata.catalog.Field;

/** A number or value that is computed over the records of a group. */
public sealed interface Measure {

    /** How many records. */
    record Count() implements Measure {}

    /** Over the values of a field; records without value count only for the share of these. */
    record Of(Function function, Field field) implements Measure {}

    /** What is computed. */
    enum Function {
        /** Exact, whatever its size; missing where no record has a value. */
        SUM,
        /** With four decimals more than the field, rounded half up. */
        AVERAGE,
        MIN,
        MAX,
        COUNT_DISTINCT,
        /** Of how many in a hundred records the field is empty, with two decimals. */
        PERCENT_EMPTY
    }
}
