package kith.runtime.job;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a step has done.
 *
 * @param progress how far the job is now, in whatever its kind counts
 * @param total how far it goes, where that is known
 * @param checkpoint where the next step goes on; empty when there is nothing more to do
 */
public record JobStep(long progress, OptionalLong total, Optional<String> checkpoint) {

    /** There is more to do. */
    public static JobStep more(long progress, String checkpoint) {
        return new JobStep(progress, OptionalLong.empty(), Optional.of(checkpoint));
    }

    /** There is nothing more to do. */
    public static JobStep last(long progress) {
        return new JobStep(progress, OptionalLong.empty(), Optional.empty());
    }

    /**
     * One of several batches that need no other checkpoint than what they left to do.
     *
     * @param isFull whether there may be another one
     */
    public static JobStep batch(long progress, boolean isFull) {
        return isFull ? more(progress, "more") : last(progress);
    }

    /** Out of so many. */
    public JobStep of(long known) {
        return new JobStep(progress, OptionalLong.of(known), checkpoint);
    }
}
