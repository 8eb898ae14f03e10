package kith.server.limit;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What one tenant or one of its users spent lately, as this node knows it: what all nodes told each
 * other a moment ago, and what was spent here since then.
 */
final class Spending {

    private final AtomicLong untold = new AtomicLong();
    private volatile Totals told;

    Spending(long minute) {
        this.told = new Totals(minute, 0, 0);
    }

    void spend(long cost) {
        untold.addAndGet(cost);
    }

    long within(long millis) {
        return told.within(millis) + untold.get();
    }

    /** What the other nodes do not know. */
    long untold() {
        return untold.get();
    }

    /** The other nodes know so much more now. */
    void told(long cost, Totals totals) {
        untold.addAndGet(-cost);
        told = totals;
    }

    /** Nobody can be told: the node counts by itself, and forgets as time passes. */
    void alone(long minute) {
        Totals last = told;
        if (last.minute() == minute - 1) {
            told = new Totals(minute, 0, last.current() + untold.getAndSet(0));
        } else if (last.minute() < minute) {
            told = new Totals(minute, 0, 0);
        }
    }
}
