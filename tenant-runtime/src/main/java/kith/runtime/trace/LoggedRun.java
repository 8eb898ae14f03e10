package kith.runtime.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A write whose rules ran, as the debug log shows it.
 *
 * @param user who wrote; empty for the platform
 * @param operation what was written, e.g. {@code create Deal}
 * @param rules the names of the rules that ran, in their order
 * @param message why it was refused or failed
 */
public record LoggedRun(
        UUID id,
        Instant at,
        Optional<User> user,
        String origin,
        String operation,
        RunOutcome outcome,
        List<String> rules,
        int steps,
        double fuel,
        double micros,
        Optional<String> message,
        RunDetail detail) {

    public LoggedRun {
        rules = List.copyOf(rules);
    }

    /** Who wrote. */
    public record User(UUID id, Optional<String> name) {}
}
