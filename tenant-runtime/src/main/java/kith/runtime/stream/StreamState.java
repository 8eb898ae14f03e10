package kith.runtime.stream;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.Optional;
import kith.metadata.problem.Problem;
import kith.runtime.read.StreamCursor;

/**
 * How far a tenant's stream is ordered.
 *
 * @param mark what the stream's cursors carry
 * @param last the position of the last ordered change; 0 where there is none
 * @param expired the position up to which changes are no longer kept
 */
public record StreamState(long mark, long last, long expired) {

    /** A row of its mark, its last and its expired position. */
    public static StreamState of(Readable row) {
        return new StreamState(number(row, 0), number(row, 1), number(row, 2));
    }

    private static long number(Readable row, int column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    /** The cursor behind a position. */
    public StreamCursor cursor(long position) {
        return new StreamCursor(mark, position);
    }

    /** Why nobody can read on from the cursor; empty where one can. */
    public Optional<Problem> refusal(StreamCursor cursor) {
        if (cursor.mark() != mark || cursor.position() > last) {
            return Optional.of(StreamProblem.CURSOR_UNKNOWN.at());
        }
        return cursor.position() < expired
                ? Optional.of(StreamProblem.CURSOR_EXPIRED.at())
                : Optional.empty();
    }
}
