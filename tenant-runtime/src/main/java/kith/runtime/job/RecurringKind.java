package kith.runtime.job;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/** A kind of job that every tenant has exactly one of, which comes back again and again. */
public interface RecurringKind extends JobKind<RecurringKind.Nothing> {

    /** From the end of one run to the beginning of the next. */
    Duration every();

    @Override
    default Class<Nothing> payload() {
        return Nothing.class;
    }

    /** The same for all tenants, so that nobody can make it twice. */
    default UUID id() {
        return UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.UTF_8));
    }

    /** It is always about the whole tenant. */
    record Nothing() {}
}
