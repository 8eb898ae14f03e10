package kith.runtime.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * A job as people see it.
 *
 * @param tenant the tenant's slug
 * @param progress how far it came, in whatever its kind counts
 * @param problem the code of what stopped it last
 * @param message the same in words; only the tenant itself sees them
 * @param dueAt when it was or will be due
 */
public record JobInfo(
        String tenant,
        UUID id,
        String kind,
        JobState state,
        boolean isRecurring,
        long progress,
        OptionalLong total,
        int attempts,
        boolean isCancelRequested,
        Optional<String> problem,
        Optional<String> message,
        Instant createdAt,
        Instant dueAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt) {}
