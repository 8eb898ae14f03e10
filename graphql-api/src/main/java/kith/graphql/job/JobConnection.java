package kith.graphql.job;

import java.util.List;
import java.util.Optional;
import kith.runtime.job.JobInfo;
import kith.runtime.job.JobPage;

/** A page of jobs, shaped like its type. */
public record JobConnection(List<JobInfo> nodes, PageInfo pageInfo) {

    public static JobConnection of(JobPage page) {
        return new JobConnection(page.jobs(), new PageInfo(page.end().isPresent(), page.end()));
    }

    /** Where a page ends. */
    public record PageInfo(boolean hasNextPage, Optional<String> endCursor) {}
}
