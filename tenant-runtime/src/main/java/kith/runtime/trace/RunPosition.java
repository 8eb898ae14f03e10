package kith.runtime.trace;

import java.time.Instant;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.read.MomentCursor;
import kith.runtime.read.ReadProblem;

/** A place in the debug log. */
record RunPosition(Instant at, UUID id) {

    String cursor() {
        return MomentCursor.of(at, id).text();
    }

    static RunPosition of(String cursor) {
        return MomentCursor.parse(cursor, 0)
                .map(place -> new RunPosition(place.at(), place.id()))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                                ReadProblem.INVALID_CURSOR,
                                                "This is no cursor of the debug log")
                                        .at("after")
                                        .hint(
                                                "Take it from the page before, or begin without one")));
    }
}
