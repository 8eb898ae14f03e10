package kith.runtime.trace;

import java.time.Instant;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import reactor.core.publisher.Mono;

/** Forgets runs of the debug log that are too old, and the oldest where there are too many. */
public final class RunExpiry {

    /** So many at once that nobody waits long for them. */
    public static final int AT_ONCE = 2_000;

    static final int MOST_RUNS = 20_000;
    static final long MOST_BYTES = 64L << 20;

    private static final String EXPIRE =
            """
            delete from rule_run where tenant = {} and id = any(array(
                select kept.id from (
                    select r.id, r.at, row_number() over newest as place, sum(r.bytes) over newest as total
                    from rule_run r where r.tenant = {} window newest as (order by r.at desc, r.id desc)
                ) kept
                where kept.place > {} or kept.total > {} or kept.at < {}::timestamptz - make_interval(days =>
                    coalesce((select s.days from rule_log_setting s where s.tenant = {}), {}))
                limit {}))
            """;

    private static final String FORGET =
            """
            delete from rule_run r where r.tenant = {} and exists (
                select from jsonb_array_elements(r.detail -> 'steps') step,
                    jsonb_array_elements(step -> 'records') ruled
                where (ruled ->> 'id')::uuid = any({}))\
            """;

    private RunExpiry() {}

    /**
     * Forgets the runs in which any of these records had a part, for they are to leave no trace.
     *
     * @param records an array of ids
     */
    public static Sql forgetting(Sql tenant, Sql records) {
        return Sql.of(FORGET, tenant, records);
    }

    /**
     * Forgets some and answers with how many; fewer than {@link #AT_ONCE} when it were the last.
     */
    public static Mono<Long> expireSome(Session session, int tenant, Instant now) {
        Sql key = Sql.bind(tenant);
        return session.execute(
                Sql.of(
                        EXPIRE,
                        key,
                        key,
                        Sql.number(MOST_RUNS),
                        Sql.number(MOST_BYTES),
                        Sql.bind(now),
                        key,
                        Sql.number(RuleLogSetting.STANDARD.days()),
                        Sql.number(AT_ONCE)));
    }
}
