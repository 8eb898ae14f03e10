package kith.runtime.catchup;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.ObjectType;
import kith.metadata.catalog.StoredFormula;
import kith.runtime.formula.FormulaUpdate;
import kith.runtime.formula.StaleMarks;
import kith.runtime.formula.StaleStanding;
import kith.runtime.job.JobRun;
import kith.runtime.job.JobStep;
import kith.runtime.sql.Session;
import kith.runtime.sql.Sql;
import kith.runtime.storage.MoveNotes;
import kith.runtime.storage.RecordTable;
import kith.runtime.tenant.CatalogOutdatedException;
import reactor.core.publisher.Mono;

/**
 * What the steps of a job do within their transactions: pass over all records in the order of their
 * ids, and compute the formula for some of them at a time. As in a write, the rows are locked
 * before the statement begins that computes: so it sees what everybody committed who held them.
 *
 * @param atOnce records of one step
 */
record FormulaPass(Session session, JobRun<FormulaCatchUp> run, Catalog catalog, int atOnce) {

    private static final String COUNT =
            """
            select count(*) from {} where tenant = {} and object = {}
            """;

    /**
     * The next step behind a checkpoint; nothing is left to do where the mark is not there any
     * more.
     */
    Mono<JobStep> step(CatchUpStage stage) {
        return standing()
                .flatMap(found ->
                        found.generation().isEmpty()
                                ? Mono.just(JobStep.last(run.progress()))
                                : step(found, found.generation().getAsLong(), stage));
    }

    private Mono<JobStep> step(StaleStanding found, long generation, CatchUpStage reached) {
        StoredFormula formula = formula().orElse(null);
        if (formula == null) {
            return session.execute(marks().clear(field(), run.id(), generation))
                    .thenReturn(JobStep.last(run.progress()));
        }
        if (!reached.isThrough()) {
            return compute(formula, reached);
        }
        // A write that is still expected would have the pass begin anew.
        return found.isAwaiting()
                ? Mono.just(CatchUpStage.WAITING.reached(run.progress()))
                : begin(formula, generation);
    }

    private Mono<JobStep> begin(StoredFormula formula, long generation) {
        ObjectType object = object(formula);
        return session.query(
                        Sql.of(
                                COUNT,
                                RecordTable.of(object).name(),
                                tenant(),
                                Sql.number(object.key())),
                        row -> Objects.requireNonNull(row.get(0, Long.class)))
                .single()
                .map(total -> CatchUpStage.beginning(generation, total).reached(0));
    }

    private Mono<JobStep> compute(StoredFormula formula, CatchUpStage stage) {
        ObjectType object = object(formula);
        FormulaUpdate statements = new FormulaUpdate(catalog, tenant());
        return session.query(
                        statements.next(object, stage.last(), atOnce),
                        row -> Objects.requireNonNull(row.get(0, UUID.class)))
                .collectList()
                .delayUntil(ids -> compute(statements, formula, ids))
                .map(ids ->
                        (ids.size() < atOnce ? stage.through() : stage.behind(ids.getLast()))
                                .reached(run.progress() + ids.size()));
    }

    private Mono<Long> compute(FormulaUpdate statements, StoredFormula formula, List<UUID> ids) {
        if (ids.isEmpty()) {
            return Mono.empty();
        }
        ObjectType object = object(formula);
        return session.execute(statements.compute(object, List.of(formula), ids))
                .then(
                        Mono.justOrEmpty(MoveNotes.of(tenant(), object, ids))
                                .flatMap(session::execute));
    }

    private Mono<StaleStanding> standing() {
        return session.query(marks().standing(field(), run.id()), StaleStanding::of)
                .single()
                .doOnNext(found -> {
                    if (found.catalogVersion() != catalog.version()) {
                        throw new CatalogOutdatedException(found.catalogVersion());
                    }
                });
    }

    private Optional<StoredFormula> formula() {
        return catalog.storedFormulas().stream()
                .filter(one -> one.field().id().equals(field()))
                .findFirst();
    }

    private ObjectType object(StoredFormula formula) {
        return catalog.require(formula.field().object());
    }

    private StaleMarks marks() {
        return new StaleMarks(tenant());
    }

    private UUID field() {
        return run.payload().field();
    }

    private Sql tenant() {
        return Sql.number(run.tenant().key());
    }
}
