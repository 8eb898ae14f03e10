package kith.script.meter;

import kith.script.Limits;
import org.jspecify.annotations.Nullable;

/** What the rules of a transaction may still ask of the host's ports, and write to their log. */
final class PortCounts {

    private final Limits limits;
    private int queriesLeft;
    private int queryRowsLeft;
    private int writesLeft;
    private int logLinesLeft;

    PortCounts(Limits limits) {
        this.limits = limits;
        this.queriesLeft = limits.queries();
        this.queryRowsLeft = limits.queryRows();
        this.writesLeft = limits.writes();
        this.logLinesLeft = limits.logLines();
    }

    /** Counts a query; what is wrong with it where it is one too many. */
    @Nullable String query() {
        return --queriesLeft < 0 ? "more than %d queries".formatted(limits.queries()) : null;
    }

    @Nullable String queryRows(int rows) {
        queryRowsLeft -= rows;
        return queryRowsLeft < 0 ? "more than %d records read".formatted(limits.queryRows()) : null;
    }

    @Nullable String write() {
        return --writesLeft < 0 ? "more than %d records written".formatted(limits.writes()) : null;
    }

    boolean takeLogLine() {
        if (logLinesLeft == 0) {
            return false;
        }
        logLinesLeft--;
        return true;
    }

    int queriesLeft() {
        return Math.max(0, queriesLeft);
    }

    int queryRowsLeft() {
        return Math.max(0, queryRowsLeft);
    }

    int writesLeft() {
        return Math.max(0, writesLeft);
    }

    int logLinesLeft() {
        return logLinesLeft;
    }

    void take(Remaining left) {
        queriesLeft = left.queries();
        queryRowsLeft = left.queryRows();
        writesLeft = left.writes();
        logLinesLeft = left.logLines();
    }
}
