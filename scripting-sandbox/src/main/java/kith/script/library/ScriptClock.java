package kith.script.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The moment of the transaction in the tenant's zone, as {@code today()} and {@code now()}. */
public final class ScriptClock {

    private final OffsetDateTime now;

    ScriptClock(Instant now, ZoneId zone) {
        this.now = OffsetDateTime.ofInstant(now, zone);
    }

    public LocalDate today() {
        return now.toLocalDate();
    }

    public OffsetDateTime now() {
        return now;
    }
}
