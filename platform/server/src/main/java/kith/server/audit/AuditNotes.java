package kith.server.audit;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import kith.runtime.access.Caller;
import kith.runtime.audit.AuditEvent;
import kith.runtime.audit.AuditKind;
import kith.runtime.audit.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Entries that nobody waits for: of what was read and of who signed in. Where too many come at once
 * the next are lost, and the log of the node says so.
 */
public final class AuditNotes {

    private static final Logger LOG = LoggerFactory.getLogger(AuditNotes.class);
    private static final int MOST_WAITING = 4_096;
    private static final int AT_A_TIME = 2;
    private static final long WARN_EACH = 1_000;

    /** Reads that cost as much are worth an entry. */
    private static final long MASS = 1_000;

    private final AuditTrail trail;
    private final Sinks.Many<Note> waiting =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));
    private final AtomicLong lost = new AtomicLong();

    public AuditNotes(AuditTrail trail) {
        this.trail = trail;
        waiting.asFlux().flatMap(this::written, AT_A_TIME).subscribe();
    }

    /** An operation was carried out; only what may have read very much is noted. */
    public void spent(Caller caller, long cost) {
        if (cost >= MASS && caller.user().isPresent()) {
            add(caller, new AuditEvent(AuditKind.MASS_READ, "operation", Map.of("cost", cost)));
        }
    }

    /** Somebody signed in in a browser. */
    public void signedIn(Caller caller) {
        add(caller, new AuditEvent(AuditKind.SIGN_IN, "browser", Map.of()));
    }

    private void add(Caller caller, AuditEvent event) {
        Sinks.EmitResult taken;
        synchronized (waiting) {
            taken = waiting.tryEmitNext(new Note(caller, event));
        }
        if (taken.isFailure() && lost.getAndIncrement() % WARN_EACH == 0) {
            LOG.warn(
                    "{}: entries of the audit trail are lost, more come than can be written",
                    caller.tenant().slug());
        }
    }

    private Mono<Void> written(Note note) {
        return trail.add(note.caller(), note.event())
                .onErrorResume(failure -> {
                    LOG.warn(
                            "{}: an entry of the audit trail is lost",
                            note.caller().tenant().slug(),
                            failure);
                    return Mono.empty();
                });
    }

    private record Note(Caller caller, AuditEvent event) {}
}
