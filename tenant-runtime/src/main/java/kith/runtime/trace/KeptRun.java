package kith.runtime.trace;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run as it goes into the debug log. */
record KeptRun(
        String operation,
        RunOutcome outcome,
        List<UUID> rules,
        int steps,
        long fuel,
        long micros,
        Optional<String> message,
        RunDetail detail) {

    KeptRun {
        rules = List.copyOf(rules);
    }
}
