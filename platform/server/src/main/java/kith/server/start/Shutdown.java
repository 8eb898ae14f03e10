package kith.server.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what was started when this process is asked to end, at whatever moment: also in the middle
 * of the start.
 */
final class Shutdown {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private volatile boolean hasBegun;

    private Shutdown() {}

    /** To be made before anything is started. */
    static Shutdown onExit() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::stopAll, "stop-kith"));
        return shutdown;
    }

    /**
     * Starts something that will be stopped; nothing is started any more once the end has begun.
     *
     * @param start returns soon, for the end waits for it
     */
    synchronized <T extends AutoCloseable> T starting(Supplier<T> start) {
        if (hasBegun) {
            throw new IllegalStateException("the process is about to end");
        }
        T started = start.get();
        running.push(started);
        return started;
    }

    /** True from the moment on at which this process was asked to end, or the start failed. */
    boolean hasBegun() {
        return hasBegun;
    }

    /** Stops everything, the last first. */
    void stopAll() {
        hasBegun = true;
        stopRunning();
    }

    private synchronized void stopRunning() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
    }

    /** What cannot be stopped must not keep the others running. */
    private static void stop(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failure) {
            LOG.error("{} did not stop", part.getClass().getSimpleName(), failure);
        }
    }
}
