package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.runtime.access.Access;
import kith.runtime.access.Caller;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.storage.MoveNotes;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The transaction of a write, for code that waits for its statements: it runs on threads of its
 * own, never on the event loop. Used by one thread at a time.
 *
 * <p>Statements whose answers nobody needs at once are sent one behind the other, so that they
 * share a round trip; their answers are looked at, in their order, before that of the next
 * statement that is waited for.
 */
final class WriteSession {

    private final Session session;
    private final WriteScope scope;
    private final Queue<Sent<?>> sent;
    private final WriteCauses causes;
    private final Set<UUID> awaited;
    private final Set<UUID> leftBehind;

    WriteSession(Session session, WriteScope scope) {
        this(
                session,
                scope,
                new ArrayDeque<>(),
                new WriteCauses(),
                new HashSet<>(),
                new HashSet<>());
    }

    private WriteSession(
            Session session,
            WriteScope scope,
            Queue<Sent<?>> sent,
            WriteCauses causes,
            Set<UUID> awaited,
            Set<UUID> leftBehind) {
        this.session = session;
        this.scope = scope;
        this.sent = sent;
        this.causes = causes;
        this.awaited = awaited;
        this.leftBehind = leftBehind;
    }

    /** The same transaction with other rights. */
    WriteSession with(Access access) {
        return new WriteSession(session, scope.with(access), sent, causes, awaited, leftBehind);
    }

    /** A statement under way, and what looks at its answer. */
    private record Sent<T>(CompletableFuture<@Nullable T> answer, Consumer<? super T> check) {
        void settle() {
            check.accept(waitedFor(answer));
        }
    }

    WriteScope scope() {
        return scope;
    }

    Access access() {
        return scope.access();
    }

    Caller caller() {
        return scope.caller();
    }

    Catalog catalog() {
        return scope.catalog();
    }

    Instant now() {
        return scope.now();
    }

    /** Which rules gave fields their values. */
    WriteCauses causes() {
        return causes;
    }

    /** The records that the answer will tell of; no rule can take them away before. */
    Set<UUID> awaited() {
        return awaited;
    }

    /** How many records that depend on others the write brings up to date itself. */
    int mostDependents() {
        return scope.mostDependents();
    }

    /** Fields with stored formulas of which it cannot do so; such a write is not to commit. */
    Set<UUID> leftBehind() {
        return leftBehind;
    }

    /** The tenant of every statement. */
    Sql tenant() {
        return scope.tenant();
    }

    /** Whether the caller may know of records of an object at all. */
    boolean mayKnow(ObjectType object) {
        return scope.mayKnow(object);
    }

    /** The rows that a statement gives. */
    <T> List<T> rows(Sql sql, Function<? super Readable, ? extends T> row) {
        return awaited(session.<T>query(sql, row).collectList());
    }

    /** The bytes of the only column, a JSON document, of the only row. */
    byte[] json(Sql sql) {
        return awaited(session.json(sql));
    }

    /** Sends a statement without waiting for it. */
    void send(Sql sql) {
        sent.add(new Sent<>(session.execute(sql).toFuture(), _ -> {}));
    }

    /**
     * Sends a statement without waiting for it.
     *
     * @param check looks at its rows later, and throws when the write cannot be
     */
    <T> void send(
            Sql sql, Function<? super Readable, ? extends T> row, Consumer<? super List<T>> check) {
        sent.add(new Sent<>(session.<T>query(sql, row).collectList().toFuture(), check));
    }

    /** Leaves a note of written records where these are being copied to another table. */
    void noteIfMoving(ObjectType object, Collection<UUID> records) {
        MoveNotes.of(tenant(), object, records).ifPresent(this::send);
    }

    /** Waits for all that was sent. A check may wait for statements itself. */
    void settle() {
        for (Sent<?> next = sent.poll(); next != null; next = sent.poll()) {
            next.settle();
        }
    }

    private <T> T awaited(Mono<T> result) {
        CompletableFuture<@Nullable T> answer = result.toFuture();
        settle();
        return waitedFor(answer);
    }

    /** Whoever cancels the write interrupts its thread. */
    private static <T> T waitedFor(CompletableFuture<@Nullable T> answer) {
        try {
            T value = answer.get();
            if (value == null) {
                throw new IllegalStateException("A statement completed without an answer");
            }
            return value;
        } catch (InterruptedException cancelled) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The write was cancelled", cancelled);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
