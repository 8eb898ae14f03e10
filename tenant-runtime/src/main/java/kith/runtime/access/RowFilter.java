package kith.runtime.access;

/** Which records of an object a caller may know of; part of every place that reads records. */
public sealed interface RowFilter {

    RowFilter EVERYTHING = new Everything();
    RowFilter NOTHING = new Nothing();

    /** All records of the tenant. */
    record Everything() implements RowFilter {}

    /** None: the object is as good as empty. */
    record Nothing() implements RowFilter {}
}
