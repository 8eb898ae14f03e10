package kith.graphql.trace;

import java.util.List;
import java.util.Optional;
import kith.runtime.trace.LoggedRun;
import kith.runtime.trace.RunPage;

/** A page of the debug log, shaped like its type. */
public record RuleRunConnection(List<LoggedRun> nodes, PageInfo pageInfo) {

    static RuleRunConnection of(RunPage page) {
        return new RuleRunConnection(page.runs(), new PageInfo(page.end().isPresent(), page.end()));
    }

    /** Where a page ends. */
    public record PageInfo(boolean hasNextPage, Optional<String> endCursor) {}
}
