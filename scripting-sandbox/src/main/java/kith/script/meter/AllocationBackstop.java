package kith.script.meter;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import kith.script.Limits;

/**
 * What the JVM says that the thread allocated, for what the library forgot to count. It depends on
 * the JVM and on what the host's ports do, so it is far above the limit that it stands behind.
 */
final class AllocationBackstop {

    private static final int TIMES_THE_LIMIT = 4;
    private static final long AND_BYTES = 64L << 20;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long allowed;
    private long atStart;
    private long before;

    AllocationBackstop(Limits limits) {
        this.allowed = limits.allocationBytes() * TIMES_THE_LIMIT + AND_BYTES;
    }

    void start() {
        atStart = THREADS.getCurrentThreadAllocatedBytes();
    }

    void finish() {
        before += sinceStart();
    }

    boolean isReached() {
        return before + sinceStart() > allowed;
    }

    /** Virtual threads are not told apart: the JVM answers -1 at both times. */
    private long sinceStart() {
        return THREADS.getCurrentThreadAllocatedBytes() - atStart;
    }
}
