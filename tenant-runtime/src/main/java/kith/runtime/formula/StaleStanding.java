package kith.runtime.formula;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * How a job finds the mark of its formula.
 *
 * @param catalogVersion stands until the transaction ends
 * @param generation empty where the mark is not there, or not this job's
 * @param isAwaiting whether a write is still expected that leaves values behind
 */
public record StaleStanding(long catalogVersion, OptionalLong generation, boolean isAwaiting) {

    /** A row of {@link StaleMarks#standing}. */
    public static StaleStanding of(Readable row) {
        Long generation = row.get(1, Long.class);
        return new StaleStanding(
                Objects.requireNonNull(row.get(0, Long.class)),
                generation == null ? OptionalLong.empty() : OptionalLong.of(generation),
                Objects.requireNonNull(row.get(2, Boolean.class)));
    }
}
