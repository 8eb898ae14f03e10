package kith.runtime.trace;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Which runs to list, the newest first. */
public record RunFilter(
        Optional<UUID> rule,
        Optional<RunOutcome> outcome,
        Optional<Instant> from,
        Optional<Instant> until,
        int first,
        Optional<String> after) {}
