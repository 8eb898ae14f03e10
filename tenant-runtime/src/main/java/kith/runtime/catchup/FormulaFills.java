package kith.runtime.catchup;

import kith.metadata.catalog.Field;
import kith.runtime.access.Caller;
import kith.runtime.catalog.LaterFills;
import kith.runtime.formula.StaleMarks;
import kith.runtime.job.Jobs;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import reactor.core.publisher.Mono;

/** Leaves formulas that become indexed, or change, to a job where the records are many. */
public final class FormulaFills implements LaterFills {

    /** While these are computed, all writes of the tenant wait: about two seconds. */
    private static final int MOST_AT_ONCE = 50_000;

    private final Jobs jobs;
    private final int mostAtOnce;

    public FormulaFills(Jobs jobs) {
        this(jobs, MOST_AT_ONCE);
    }

    /**
     * @param mostAtOnce how many records a change of the catalog computes formulas for itself
     */
    public FormulaFills(Jobs jobs, int mostAtOnce) {
        this.jobs = jobs;
        this.mostAtOnce = mostAtOnce;
    }

    @Override
    public int mostAtOnce() {
        return mostAtOnce;
    }

    @Override
    public Mono<Void> begin(Session session, Caller caller, Field field) {
        StaleMarks marks = new StaleMarks(Sql.number(caller.tenant().key()));
        return FormulaCatchUp.of(field)
                .enqueue(jobs, session, caller)
                .flatMap(job -> session.execute(marks.fill(field.id(), job)))
                .then();
    }

    @Override
    public void began() {
        jobs.wake();
    }
}
