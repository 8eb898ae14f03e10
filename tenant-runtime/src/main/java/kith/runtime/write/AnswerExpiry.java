package kith.runtime.write;

import java.time.Instant;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;

/**
 * Forgets the answers of writes under idempotency keys when nobody is answered with them any more,
 * also for tenants that write nothing new.
 */
public final class AnswerExpiry {

    /** So many at once that nobody waits long for them. */
    public static final int AT_ONCE = 5_000;

    private static final String EXPIRE =
            """
            delete from kept_answer where tenant = {} and ctid = any(array(
                select old.ctid from kept_answer old
                where old.tenant = {} and old.at < {}
                order by old.at limit {} for update skip locked))
            """;

    private AnswerExpiry() {}

    /**
     * Forgets some and answers with how many; fewer than {@link #AT_ONCE} when it were the last.
     */
    public static Mono<Long> expireSome(Session session, Tenant tenant, Instant now) {
        Sql key = Sql.bind(tenant.key());
        return session.execute(
                Sql.of(
                        EXPIRE,
                        key,
                        key,
                        Sql.bind(now.minus(KeptAnswers.KEPT)),
                        Sql.number(AT_ONCE)));
    }
}
