package kith.runtime.write;

import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import reactor.core.publisher.Mono;

/**
 * The answers of writes that were named by a key. A key is claimed in the transaction of its write:
 * whoever comes with the same key meanwhile waits for the row, and finds the answer, or, when the
 * write failed and took the row with it, the key free.
 */
final class KeptAnswers {

    /** How long a repetition is answered. */
    static final Duration KEPT = Duration.ofHours(24);

    /** Rows past their time that a claim takes away: more than it adds, so that none pile up. */
    private static final int FORGOTTEN_AT_ONCE = 20;

    private static final UUID PLATFORM = new UUID(0, 0);

    private final Sql tenant;
    private final Sql user;
    private final OnlyOnce once;
    private final Instant now;

    KeptAnswers(Caller caller, OnlyOnce once, Instant now) {
        this.tenant = Sql.bind(caller.tenant().key());
        this.user = Sql.bind(caller.user().orElse(PLATFORM));
        this.once = once;
        this.now = now;
    }

    /** The first answer, or empty where the key is now claimed for the write that begins. */
    Optional<byte[]> claimed(WriteSession session) {
        boolean isClaimed =
                !session.rows(claim(), row -> Objects.requireNonNull(row.get(0, Integer.class)))
                        .isEmpty();
        return isClaimed
                ? Optional.empty()
                : session.rows(first(), this::answer).stream().findFirst();
    }

    /** The first answer, if there is one that still counts. */
    Mono<byte[]> first(Session session) {
        return session.<byte[]>query(first(), this::answer).singleOrEmpty();
    }

    /** Keeps the answer to the write that claimed the key. */
    void keep(WriteSession session, byte[] answer) {
        session.send(
                Sql.of(
                        """
                        update kept_answer set answer = {}
                        where tenant = {} and caller = {} and key = {}\
                        """,
                        Sql.bind(new String(answer, StandardCharsets.UTF_8)),
                        tenant,
                        user,
                        Sql.bind(once.key())));
    }

    private Sql first() {
        return Sql.of(
                """
                select kept.content, kept.answer from kept_answer kept
                where kept.tenant = {} and kept.caller = {} and kept.key = {} and kept.at >= {}\
                """,
                tenant,
                user,
                Sql.bind(once.key()),
                Sql.bind(now.minus(KEPT)));
    }

    private Sql claim() {
        Sql key = Sql.bind(once.key());
        Sql expired = Sql.bind(now.minus(KEPT));
        return Sql.of(
                """
                with forgotten as (
                    delete from kept_answer where tenant = {} and ctid = any(array(
                        select old.ctid from kept_answer old
                        where old.tenant = {} and old.at < {} and (old.caller, old.key) <> ({}, {})
                        order by old.at limit {} for update skip locked))
                )
                insert into kept_answer as held (tenant, caller, key, content, answer, at)
                values ({}, {}, {}, {}, '', {})
                on conflict (tenant, caller, key) do update set content = excluded.content, at = excluded.at
                    where held.at < {}
                returning 1\
                """,
                tenant,
                tenant,
                expired,
                user,
                key,
                Sql.number(FORGOTTEN_AT_ONCE),
                tenant,
                user,
                key,
                Sql.bind(once.content()),
                Sql.bind(now),
                expired);
    }

    private byte[] answer(Readable row) {
        if (!once.content().equals(row.get(0, String.class))) {
            throw new ProblemException(
                    Problem.of(
                                    WriteProblem.IDEMPOTENCY_KEY_REUSED,
                                    "Another request was carried out under this idempotency key")
                            .hint("Give each request a key of its own"));
        }
        return Objects.requireNonNull(row.get(1, String.class)).getBytes(StandardCharsets.UTF_8);
    }
}
