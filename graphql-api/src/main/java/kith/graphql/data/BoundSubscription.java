package kith.graphql.data;

import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.read.EventsPlan;
import kith.runtime.read.StreamCursor;
import kith.runtime.stream.StreamProblem;

/**
 * A subscription that speaks of a catalog's objects and fields, with the rights of its caller.
 *
 * @param key of each event in its answer
 * @param after where it begins; at the end of the stream where there is none
 */
public record BoundSubscription(
        Caller caller, Catalog catalog, String key, EventsPlan plan, Optional<StreamCursor> after) {

    /** The same subscription from another place on. */
    public BoundSubscription goingOnAfter(String cursor) {
        StreamCursor place =
                StreamCursor.parse(cursor)
                        .orElseThrow(() ->
                                new ProblemException(
                                        StreamProblem.CURSOR_UNKNOWN.at(key, "after")));
        return new BoundSubscription(caller, catalog, key, plan, Optional.of(place));
    }
}
