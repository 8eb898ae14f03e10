package kith.runtime.catchup;

import java.time.Duration;
import kith.metadata.catalog.Catalog;
import kith.runtime.access.Caller;
import kith.runtime.catalog.Catalogs;
import kith.runtime.catalog.HomeChanges;
import kith.runtime.formula.StaleMarks;
import kith.runtime.job.JobKind;
import kith.runtime.job.JobRun;
import kith.runtime.job.RetryPolicy;
import kith.runtime.job.SavedStep;
import kith.runtime.sql.Database;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.CatalogOutdatedException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Computes a stored formula for all records of its object, some at a time, while writes go on.
 * Behind the last one it takes the mark away, with the tenant's writes held up for that moment, so
 * that it sees whether one of them left values behind since the pass began; then there is another
 * pass.
 */
public final class FormulaCatchUpKind implements JobKind<FormulaCatchUp> {

    /** Looks for the write that marked the formula, which is about to begin anew. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Until it is done, the field is slow to read; so it is tried for about two days. */
    private static final RetryPolicy RETRIES =
            new RetryPolicy(60, Duration.ofSeconds(5), Duration.ofHours(1));

    /** Their rows are locked for as long as a statement takes that computes so many values. */
    private static final int AT_ONCE = 2_000;

    /** Under a newer catalog each. */
    private static final int ATTEMPTS = 5;

    private final Database database;
    private final Catalogs catalogs;
    private final HomeChanges changes;
    private final int atOnce;

    public FormulaCatchUpKind(Database database, Catalogs catalogs, HomeChanges changes) {
        this(database, catalogs, changes, AT_ONCE);
    }

    /**
     * @param atOnce records of one step
     */
    public FormulaCatchUpKind(
            Database database, Catalogs catalogs, HomeChanges changes, int atOnce) {
        this.atOnce = atOnce;
        this.database = database;
        this.catalogs = catalogs;
        this.changes = changes;
    }

    @Override
    public String name() {
        return FormulaCatchUp.KIND;
    }

    @Override
    public Class<FormulaCatchUp> payload() {
        return FormulaCatchUp.class;
    }

    @Override
    public RetryPolicy retries() {
        return RETRIES;
    }

    @Override
    public boolean leavesTraces() {
        return true;
    }

    /** The mark stays, and with it the field is computed. */
    @Override
    public Mono<Void> undo(JobRun<FormulaCatchUp> run) {
        return database.inTransaction(
                        TenantExpectation.anyStateOf(run.tenant().key()),
                        session ->
                                session.execute(
                                        marks(run).abandon(run.payload().field(), run.id())))
                .then();
    }

    @Override
    public Mono<SavedStep> step(JobRun<FormulaCatchUp> run) {
        CatchUpStage stage = run.checkpoint().map(CatchUpStage::parse).orElse(CatchUpStage.WAITING);
        Mono<SavedStep> next = Mono.defer(() -> step(run, stage));
        if (stage.mayEnd()) {
            return cleared(run, stage).then(next);
        }
        return run.checkpoint().isPresent() && stage.equals(CatchUpStage.WAITING)
                ? Mono.delay(PAUSE).then(next)
                : next;
    }

    /** Under the catalog of this node, and again under the one that proves to be newer. */
    private Mono<SavedStep> step(JobRun<FormulaCatchUp> run, CatchUpStage stage) {
        return Mono.defer(() -> catalogs.current(run.tenant()))
                .flatMap(catalog -> step(run, stage, catalog))
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated ->
                                catalogs.atLeast(run.tenant(), outdated.actualVersion())
                                        .then(Mono.error(outdated)))
                .retryWhen(Retry.max(ATTEMPTS).filter(CatalogOutdatedException.class::isInstance));
    }

    private Mono<SavedStep> step(JobRun<FormulaCatchUp> run, CatchUpStage stage, Catalog catalog) {
        return run.save(session -> new FormulaPass(session, run, catalog, atOnce).step(stage));
    }

    /** Completes empty where a write left values behind meanwhile, or is expected to. */
    private Mono<Boolean> cleared(JobRun<FormulaCatchUp> run, CatchUpStage stage) {
        return changes.change(
                Caller.platform(run.tenant()),
                "Stored %s for all records".formatted(run.payload().name()),
                standing ->
                        standing.session()
                                .execute(
                                        marks(run)
                                                .clear(
                                                        run.payload().field(),
                                                        run.id(),
                                                        stage.generation()))
                                .filter(rows -> rows > 0)
                                .map(_ -> true));
    }

    private static StaleMarks marks(JobRun<FormulaCatchUp> run) {
        return new StaleMarks(Sql.number(run.tenant().key()));
    }
}
