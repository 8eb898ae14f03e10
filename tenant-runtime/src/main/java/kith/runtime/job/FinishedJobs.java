package kith.runtime.job;

import java.time.Clock;
import java.time.Duration;
import kith.runtime.sql.Sql;
import reactor.core.publisher.Mono;

/** Forgets jobs {@link #KEPT} after their end. */
public final class FinishedJobs implements RecurringKind {

    /** How long people can see what became of a job. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final int AT_ONCE = 1_000;

    private static final String FORGET =
            """
            with old as (
                select w.job from work w
                where w.tenant = {} and w.state in ('DONE', 'FAILED', 'CANCELLED') and w.finished_at < {}
                limit {}
            ), told as (
                delete from job j using old where j.tenant = {} and j.id = old.job
            )
            delete from work w using old where w.tenant = {} and w.job = old.job
            """;

    private final Clock clock;

    public FinishedJobs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "finishedJobs.forget";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public Mono<SavedStep> step(JobRun<Nothing> run) {
        Sql tenant = Sql.bind(run.tenant().key());
        return run.save(session ->
                session.execute(
                                Sql.of(
                                        FORGET,
                                        tenant,
                                        Sql.bind(clock.instant().minus(KEPT)),
                                        Sql.number(AT_ONCE),
                                        tenant,
                                        tenant))
                        .map(gone -> JobStep.batch(run.progress() + gone, gone == AT_ONCE)));
    }
}
