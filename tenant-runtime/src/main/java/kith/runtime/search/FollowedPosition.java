package kith.runtime.search;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.runtime.stream.StreamState;

/**
 * How far the words follow the records.
 *
 * @param mark the mark of the stream that is followed
 * @param position its last change that was followed
 * @param layout the mark of the layout that the words have
 * @param walked the last record of the walk through all; empty when it is over
 */
record FollowedPosition(long mark, long position, String layout, Optional<UUID> walked) {

    /** Before all records. */
    private static final UUID START = new UUID(0, 0);

    static FollowedPosition of(Readable row) {
        return new FollowedPosition(
                Objects.requireNonNull(row.get(0, Long.class)),
                Objects.requireNonNull(row.get(1, Long.class)),
                Objects.requireNonNull(row.get(2, String.class)),
                Optional.ofNullable(row.get(3, UUID.class)));
    }

    /** Where to begin for a tenant whose words nobody wrote before. */
    static FollowedPosition start(StreamState stream, SearchLayout layout) {
        return new FollowedPosition(
                stream.mark(), stream.last(), layout.mark(), Optional.of(START));
    }

    /**
     * Where to go on: at the start again where changes were missed, the stream is another one or
     * other fields are searched.
     */
    FollowedPosition within(StreamState stream, SearchLayout current) {
        boolean canGoOn =
                mark == stream.mark()
                        && position >= stream.expired()
                        && position <= stream.last()
                        && layout.equals(current.mark());
        return canGoOn ? this : start(stream, current);
    }

    boolean isAtEndOf(StreamState stream) {
        return walked.isEmpty() && position == stream.last();
    }
}
