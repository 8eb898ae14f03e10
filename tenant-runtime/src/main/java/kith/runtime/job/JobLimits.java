package kith.runtime.job;

import java.time.Duration;

/**
 * How much is done at once.
 *
 * @param perNode jobs that a node does at the same time; each holds a connection while it writes
 * @param perTenant jobs of one tenant that all nodes together do at the same time
 * @param lease how long a job stays with a node that nothing is heard of
 * @param pause between two looks for work that nobody announced
 */
public record JobLimits(int perNode, int perTenant, Duration lease, Duration pause) {

    public static final JobLimits STANDARD =
            new JobLimits(4, 2, Duration.ofSeconds(30), Duration.ofSeconds(1));

    public JobLimits {
        if (perNode < 1 || perTenant < 1 || lease.isNegative() || lease.isZero()) {
            throw new IllegalArgumentException("limits begin at one");
        }
    }
}
