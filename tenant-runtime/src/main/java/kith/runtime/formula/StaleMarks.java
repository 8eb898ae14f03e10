package kith.runtime.formula;

import java.util.UUID;
import kith.runtime.sql.Sql;

/**
 * The statements about the marks of stale formulas of one tenant. Marks are made and taken away
 * while the tenant's writes are held up, and only together with a new version of its catalog.
 */
public final class StaleMarks {

    private static final String MARK =
            """
            insert into stale_formula (tenant, field, generation, awaited_at, job)
            values ({}, {}, 0, now(), {})
            on conflict (tenant, field) do update set awaited_at = now(), job = excluded.job
            """;

    private static final String FILL =
            """
            insert into stale_formula (tenant, field, generation, job) values ({}, {}, 1, {})
            on conflict (tenant, field) do update set generation = stale_formula.generation + 1, job = excluded.job
            """;

    private static final String AWAIT =
            """
            update stale_formula set awaited_at = now() where tenant = {} and field = {} and job is not null
            """;

    private static final String LEAVE_BEHIND =
            """
            update stale_formula set generation = generation + 1, awaited_at = null
            where tenant = {} and field = {} and job is not null
            returning generation
            """;

    private static final String STANDING =
            """
            select t.catalog_version, m.generation, coalesce(m.awaited_at > now() - interval '10 seconds', false)
            from tenant t left join stale_formula m on m.tenant = t.key and m.field = {} and m.job = {}
            where t.key = {}
            """;

    private static final String CLEAR =
            """
            delete from stale_formula where tenant = {} and field = {} and job = {} and generation = {}
                and (awaited_at is null or awaited_at <= now() - interval '10 seconds')
            """;

    private static final String ABANDON =
            """
            update stale_formula set job = null where tenant = {} and field = {} and job = {}
            """;

    private final Sql tenant;

    public StaleMarks(Sql tenant) {
        this.tenant = tenant;
    }

    /** Marks a formula of which a write is about to leave values behind. */
    public Sql mark(UUID field, UUID job) {
        return Sql.of(MARK, tenant, Sql.bind(field), Sql.bind(job));
    }

    /** Marks a formula whose column holds nothing of it yet. */
    public Sql fill(UUID field, UUID job) {
        return Sql.of(FILL, tenant, Sql.bind(field), Sql.bind(job));
    }

    /**
     * The same for one that is marked already; changes nothing where it is not, or no job is at
     * work on it.
     */
    public Sql await(UUID field) {
        return Sql.of(AWAIT, tenant, Sql.bind(field));
    }

    /** Has the job begin anew behind this transaction; no row where no job is at work. */
    public Sql leaveBehind(UUID field) {
        return Sql.of(LEAVE_BEHIND, tenant, Sql.bind(field));
    }

    /** How a job finds its mark: a {@link StaleStanding}. */
    public Sql standing(UUID field, UUID job) {
        return Sql.of(STANDING, Sql.bind(field), Sql.bind(job), tenant);
    }

    /** Takes the mark away, unless a write left values behind since this generation. */
    public Sql clear(UUID field, UUID job, long generation) {
        return Sql.of(CLEAR, tenant, Sql.bind(field), Sql.bind(job), Sql.bind(generation));
    }

    /** The job comes to no good end: whoever next leaves values behind begins another one. */
    public Sql abandon(UUID field, UUID job) {
        return Sql.of(ABANDON, tenant, Sql.bind(field), Sql.bind(job));
    }
}
