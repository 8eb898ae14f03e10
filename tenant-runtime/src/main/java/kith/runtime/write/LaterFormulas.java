package kith.runtime.write;

import java.util.Collection;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import reactor.core.publisher.Mono;

/**
 * Port: whoever brings stored formulas up to date of which a write changes too many values to do so
 * itself.
 */
public interface LaterFormulas {

    /** Records whose formulas a change of others brings up to date within the write. */
    int MOST_DEPENDENTS = 10_000;

    /** Where nobody does it later, such a write is refused. */
    LaterFormulas NOBODY =
            (caller, fields) ->
                    Mono.error(() ->
                            new ProblemException(
                                    Problem.of(
                                                    WriteProblem.TOO_MANY_DEPENDENTS,
                                                    "More than %,d records would have another value of an indexed formula"
                                                            .formatted(MOST_DEPENDENTS))
                                            .hint("Ask an administrator not to index that field")));

    /**
     * Has the formulas of these fields computed for whoever reads them, until a job has brought
     * their columns up to date. The write is to be made anew, under the catalog that says so; it
     * then leaves the values of these fields behind.
     *
     * @return the version of that catalog
     */
    Mono<Long> leave(Caller caller, Collection<UUID> fields);

    /** How many records a write brings up to date itself. */
    default int mostDependents() {
        return MOST_DEPENDENTS;
    }
}
