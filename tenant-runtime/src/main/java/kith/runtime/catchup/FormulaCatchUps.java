package kith.runtime.catchup;

import java.util.Collection;
import java.util.UUID;
import kith.metadata.catalog.Field;
import kith.metadata.catalog.StoredFormula;
import kith.runtime.access.Caller;
import kith.runtime.catalog.HomeChanges;
import kith.runtime.formula.StaleMarks;
import kith.runtime.job.Jobs;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.write.LaterFormulas;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Marks stored formulas as stale, each with one job that brings it up to date. The mark, the job
 * and the version of the catalog by which all nodes know of it commit together, and before the
 * write that leaves values behind.
 */
public final class FormulaCatchUps implements LaterFormulas {

    private final HomeChanges changes;
    private final Jobs jobs;
    private final int mostDependents;

    public FormulaCatchUps(HomeChanges changes, Jobs jobs) {
        this(changes, jobs, MOST_DEPENDENTS);
    }

    /**
     * @param mostDependents how many records a write brings up to date itself
     */
    public FormulaCatchUps(HomeChanges changes, Jobs jobs, int mostDependents) {
        this.changes = changes;
        this.jobs = jobs;
        this.mostDependents = mostDependents;
    }

    @Override
    public int mostDependents() {
        return mostDependents;
    }

    @Override
    public Mono<Long> leave(Caller caller, Collection<UUID> fields) {
        Caller platform = Caller.platform(caller.tenant());
        return changes.change(
                        platform,
                        "Too many records follow a change: began to compute indexed formulas anew",
                        standing ->
                                Flux.fromIterable(standing.catalog().storedFormulas())
                                        .map(StoredFormula::field)
                                        .filter(field -> fields.contains(field.id()))
                                        .concatMap(
                                                field -> mark(standing.session(), platform, field))
                                        .then(Mono.just(standing.catalog().version() + 1)))
                .doOnSuccess(_ -> jobs.wake());
    }

    /** A job that is at work on it already waits for this write, too. */
    private Mono<Long> mark(Session session, Caller platform, Field field) {
        StaleMarks marks = new StaleMarks(Sql.number(platform.tenant().key()));
        return session.execute(marks.await(field.id()))
                .filter(rows -> rows > 0)
                .switchIfEmpty(
                        Mono.defer(() -> FormulaCatchUp.of(field).enqueue(jobs, session, platform))
                                .flatMap(job -> session.execute(marks.mark(field.id(), job))));
    }
}
