package kith.runtime.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import kith.metadata.problem.Problem;

/**
 * How a job stands after a step or at the end of a run, as it is written down.
 *
 * @param dueAt when it is due next; empty when that stays as it is
 * @param lease whose it remains and until when; empty when it is let go
 * @param finishedAt empty while the run goes on
 */
record Standing(
        JobState state,
        long progress,
        OptionalLong total,
        Optional<String> checkpoint,
        int attempts,
        Optional<Problem> problem,
        Optional<Instant> dueAt,
        Optional<Lease> lease,
        Optional<Instant> finishedAt) {

    /** A step was done and there are more. */
    static Standing goingOn(JobStep step, Lease lease) {
        return new Standing(
                JobState.RUNNING,
                step.progress(),
                step.total(),
                step.checkpoint(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(lease),
                Optional.empty());
    }

    /** The last step was done. */
    static Standing done(JobStep step, Optional<Duration> every, Instant now) {
        return new Standing(
                every.isPresent() ? JobState.WAITING : JobState.DONE,
                step.progress(),
                step.total(),
                Optional.empty(),
                0,
                Optional.empty(),
                every.map(now::plus),
                Optional.empty(),
                Optional.of(now));
    }

    /** It stopped and will be tried again, from where it was. */
    static Standing tryingAgain(HeldJob job, int attempts, Problem problem, Instant dueAt) {
        return new Standing(
                JobState.WAITING,
                job.progress(),
                job.total(),
                job.checkpoint(),
                attempts,
                Optional.of(problem),
                Optional.of(dueAt),
                Optional.empty(),
                Optional.empty());
    }

    /** It stopped and this run of it will not be tried again. */
    static Standing failed(HeldJob job, Problem problem, Optional<Duration> every, Instant now) {
        return new Standing(
                every.isPresent() ? JobState.WAITING : JobState.FAILED,
                job.progress(),
                job.total(),
                job.checkpoint(),
                every.isPresent() ? 0 : job.attempts(),
                Optional.of(problem),
                every.map(now::plus),
                Optional.empty(),
                Optional.of(now));
    }

    /** It was asked to stop. */
    static Standing cancelled(HeldJob job, Optional<Duration> every, Instant now) {
        return new Standing(
                every.isPresent() ? JobState.WAITING : JobState.CANCELLED,
                job.progress(),
                job.total(),
                job.checkpoint(),
                0,
                Optional.empty(),
                every.map(now::plus),
                Optional.empty(),
                Optional.of(now));
    }

    /** Whose a job is, and until when. */
    record Lease(UUID id, Instant until) {}
}
