package kith.graphql.live;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import kith.graphql.data.BoundSubscription;
import kith.runtime.access.Caller;
import kith.runtime.stream.StreamState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.FluxSink;

/**
 * A subscription that is open. Whoever listens asks for so many events, and is given no more; it
 * may fall behind the others for a while, at its own position.
 */
final class LiveSubscription {

    private final LiveRequest request;
    private final FluxSink<LiveEvent> listener;
    private final Checks checks = new Checks(System.nanoTime());
    private final AtomicReference<@Nullable BoundSubscription> next = new AtomicReference<>();
    private volatile BoundSubscription bound;
    private volatile OptionalLong waitingSince = OptionalLong.empty();
    private long position;

    /**
     * @param position behind which the first event comes
     */
    LiveSubscription(LiveRequest request, FluxSink<LiveEvent> listener, long position) {
        this.request = request;
        this.listener = listener;
        this.bound = request.bound();
        this.position = position;
    }

    LiveRequest request() {
        return request;
    }

    BoundSubscription bound() {
        return bound;
    }

    Caller caller() {
        return bound.caller();
    }

    /** Shall be bound so from the next round on: within a round nothing changes. */
    void rebindLater(BoundSubscription again) {
        next.set(again);
    }

    /** Takes over what it shall be bound to. */
    void rebind() {
        Optional.ofNullable(next.getAndSet(null)).ifPresent(again -> bound = again);
    }

    Checks checks() {
        return checks;
    }

    long position() {
        return position;
    }

    /** Whether the listener takes so many events now. */
    boolean takes(long events) {
        return listener.requestedFromDownstream() >= events;
    }

    /** Tells the events of a stretch, which ends at the position. */
    void tell(StreamState state, Map<Long, byte[]> events, long until) {
        waitingSince = OptionalLong.empty();
        events.forEach((at, json) ->
                listener.next(new LiveEvent(bound.key(), state.cursor(at).text(), json)));
        position = until;
    }

    boolean isWaiting() {
        return waitingSince.isPresent();
    }

    /** Notes that events wait for the listener, and tells for how long by now. */
    Duration waiting(long now) {
        if (waitingSince.isEmpty()) {
            waitingSince = OptionalLong.of(now);
        }
        return Duration.ofNanos(now - waitingSince.getAsLong());
    }

    boolean isOver() {
        return listener.isCancelled();
    }

    void fail(Throwable failure) {
        listener.error(failure);
    }

    /** When it is looked after who listens. */
    static final class Checks {

        private static final Duration SIGNED_IN = Duration.ofSeconds(5);
        private static final Duration CALLER = Duration.ofSeconds(30);

        private long signedInAt;
        private long callerAt;

        Checks(long now) {
            this.signedInAt = now;
            this.callerAt = now;
        }

        /** Whether it is time to see that the listener is signed in; then it is the next time. */
        boolean isSignInDue(long now) {
            boolean isDue = now - signedInAt >= SIGNED_IN.toNanos();
            signedInAt = isDue ? now : signedInAt;
            return isDue;
        }

        /** Likewise for who it is. */
        boolean isCallerDue(long now) {
            boolean isDue = now - callerAt >= CALLER.toNanos();
            callerAt = isDue ? now : callerAt;
            return isDue;
        }
    }
}
