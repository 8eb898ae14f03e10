package kith.embedded;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A child that is started again, after a growing pause, whenever it ends without having been asked.
 */
final class SupervisedChild implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedChild.class);
    private static final Duration SOUND = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;
    private static final long FIRST_PAUSE_MILLIS = 500;

    private final Supplier<ChildProcess> launch;
    private final InstantSource clock;
    private ChildProcess current;
    private Instant launched;
    private int crashes;
    private boolean isClosed;

    private SupervisedChild(
            ChildProcess first, Supplier<ChildProcess> launch, InstantSource clock) {
        this.current = first;
        this.launch = launch;
        this.clock = clock;
        this.launched = clock.instant();
    }

    /**
     * Supervises a child that is ready, so that one that cannot start at all is not tried for ever.
     */
    static SupervisedChild over(ChildProcess ready, Supplier<ChildProcess> launch) {
        SupervisedChild supervised = new SupervisedChild(ready, launch, InstantSource.system());
        supervised.awaitEnd();
        return supervised;
    }

    private synchronized void awaitEnd() {
        var _ = current.onExit().thenRun(this::ended);
    }

    private synchronized void ended() {
        if (isClosed) {
            return;
        }
        boolean wasSound = Duration.between(launched, clock.instant()).compareTo(SOUND) > 0;
        crashes = wasSound ? 0 : crashes + 1;
        long pause = FIRST_PAUSE_MILLIS << Math.min(crashes, MAX_DOUBLINGS);
        LOG.warn("{} ended by itself and starts again in {} ms", current.service(), pause);
        Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS);
        var _ = CompletableFuture.runAsync(this::launchAgain, later);
    }

    private synchronized void launchAgain() {
        if (isClosed) {
            return;
        }
        current.close();
        launched = clock.instant();
        try {
            current = launch.get();
            awaitEnd();
        } catch (StartProblem problem) {
            LOG.error("{} did not start again: {}", current.service(), problem.getMessage());
            ended();
        }
    }

    synchronized ChildProcess current() {
        return current;
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        current.close();
    }
}
