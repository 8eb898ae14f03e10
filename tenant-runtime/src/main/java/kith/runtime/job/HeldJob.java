package kith.runtime.job;

import java.util.Optional;
import java.util.OptionalLong;
import kith.runtime.tenant.Tenant;

/**
 * A job as the step that comes finds it.
 *
 * @param payload JSON
 * @param attempts how often it was begun since it last came further
 */
record HeldJob(
        ClaimedJob claim,
        Tenant tenant,
        String payload,
        Optional<String> checkpoint,
        long progress,
        OptionalLong total,
        int attempts,
        boolean isCancelRequested) {

    /** After a step that was not the last. */
    HeldJob after(JobStep step, boolean cancelRequested) {
        return new HeldJob(
                claim,
                tenant,
                payload,
                step.checkpoint(),
                step.progress(),
                step.total(),
                0,
                cancelRequested);
    }
}
