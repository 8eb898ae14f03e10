package kith.runtime.job;

import java.util.List;
import java.util.Optional;

/**
 * Jobs, the newest first.
 *
 * @param end where the next page begins; empty when there is none
 */
public record JobPage(List<JobInfo> jobs, Optional<String> end) {

    public JobPage {
        jobs = List.copyOf(jobs);
    }
}
