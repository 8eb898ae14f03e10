package kith.script.meter;

import org.jspecify.annotations.Nullable;

/** Whether a transaction's rules are to stop, and what stops one that runs elsewhere. */
final class Cancellation {

    private volatile boolean isCancelled;
    private volatile @Nullable Runnable stop;

    boolean isCancelled() {
        return isCancelled;
    }

    void cancel() {
        isCancelled = true;
        Runnable known = stop;
        if (known != null) {
            known.run();
        }
    }

    /** Each side looks at what the other wrote after it wrote its own, so that none is missed. */
    void whenCancelled(Runnable newStop) {
        stop = newStop;
        if (isCancelled) {
            newStop.run();
        }
    }
}
