package kith.graphql.data;

import kith.runtime.access.Caller;

/** Port: what callers spend. */
@FunctionalInterface
public interface CostMeter {

    /** What is left of a budget that has no end. */
    long UNLIMITED = Long.MAX_VALUE;

    /** Nobody counts. */
    CostMeter NONE = (_, _) -> UNLIMITED;

    /** Notes what an operation cost; answers with what the caller may still spend now. */
    long spend(Caller caller, long cost);
}
