package kith.runtime.job;

import java.time.Instant;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.read.MomentCursor;
import kith.runtime.read.ReadProblem;

/**
 * A place in the list of all jobs.
 *
 * @param tenant the tenant's key
 */
record JobPosition(Instant createdAt, int tenant, UUID id) {

    String cursor() {
        return MomentCursor.of(createdAt, id, tenant).text();
    }

    static JobPosition of(String cursor) {
        return MomentCursor.parse(cursor, 1)
                .map(place ->
                        new JobPosition(
                                place.at(), Math.toIntExact(place.keys().getFirst()), place.id()))
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                                ReadProblem.INVALID_CURSOR,
                                                "This is no cursor of a list of jobs")
                                        .at("after")
                                        .hint(
                                                "Take it from the page before, or begin without one")));
    }
}
