package kith.graphql.data;

import kith.runtime.read.ReadRequest;
import kith.runtime.write.WriteRequest;

/** An operation that speaks of the catalog's objects and fields, and how its answer is laid out. */
sealed interface BoundOperation {

    AnswerLayout layout();

    /** What it may cost; see {@link Budget}. */
    long cost();

    /** Records to read. */
    record Query(ReadRequest request, AnswerLayout layout, long cost) implements BoundOperation {}

    /** Records to write. */
    record Mutation(WriteRequest request, AnswerLayout layout, long cost)
            implements BoundOperation {}
}
