package kith.graphql.reference.interpret;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * What an answer depends on beside the records.
 *
 * @param me the calling user
 * @param weekStart the first day of the week where the tenant is
 */
public record Settings(
        Optional<UUID> me,
        Instant now,
        ZoneId zone,
        DayOfWeek weekStart,
        String currency,
        Values values) {}
