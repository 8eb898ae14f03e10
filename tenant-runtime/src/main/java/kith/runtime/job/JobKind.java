package kith.runtime.job;

import reactor.core.publisher.Mono;

/**
 * A kind of job: a class that does one step of it. Steps run on threads that may wait.
 *
 * <p>What a step does and where the next one goes on are committed together, by {@link
 * JobRun#save}; so nothing is done twice, whoever ends in the middle. A step is as large as a
 * transaction should be.
 *
 * @param <P> what a job is about: a record that Jackson writes and reads; later versions must still
 *     read what earlier ones wrote
 */
public interface JobKind<P> {

    /** Its permanent name, e.g. {@code removedValues.purge}. */
    String name();

    Class<P> payload();

    /**
     * Does the next piece. Fails with a {@link kith.metadata.problem.ProblemException} whose kind
     * says whether it is worth another try.
     */
    Mono<SavedStep> step(JobRun<P> run);

    /** Whether {@link #undo} has anything to do, so that no such job ends without it. */
    default boolean leavesTraces() {
        return false;
    }

    /**
     * Takes back what a job did that was cancelled or has failed for good, before it is said to be.
     * May be repeated.
     */
    default Mono<Void> undo(JobRun<P> run) {
        return Mono.empty();
    }

    /** How often and when a step that failed is tried again. */
    default RetryPolicy retries() {
        return RetryPolicy.STANDARD;
    }
}
