package kith.runtime.trace;

import java.util.List;
import java.util.Optional;

/**
 * Runs, the newest first.
 *
 * @param end where the next page begins; empty when there is none
 */
public record RunPage(List<LoggedRun> runs, Optional<String> end) {

    public RunPage {
        runs = List.copyOf(runs);
    }
}
