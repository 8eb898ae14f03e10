package kith.server.limit;

/**
 * What all nodes together spent.
 *
 * @param minute since the epoch
 * @param current in that minute
 * @param previous in the minute before
 */
public record Totals(long minute, long current, long previous) {

    static final long MILLIS = 60_000;

    /** Spent within the last minute: of the minute before counts what is not yet a minute ago. */
    long within(long millis) {
        long now = millis / MILLIS;
        long rest = MILLIS - millis % MILLIS;
        if (now == minute) {
            return current + previous * rest / MILLIS;
        }
        return now == minute + 1 ? current * rest / MILLIS : 0;
    }
}
