package kith.runtime.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import kith.metadata.ComponentKind;
import kith.metadata.catalog.Catalog;
import kith.metadata.change.Author;
import kith.metadata.change.CatalogState;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangePlan;
import kith.metadata.change.ChangePlanner;
import kith.metadata.change.ChangeProblem;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ChangeRequest;
import kith.metadata.change.ComponentChange;
import kith.metadata.change.Difference;
import kith.metadata.change.Rollback;
import kith.metadata.change.RuleWarning;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.permission.UserFunction;
import kith.metadata.problem.Problem;
import kith.runtime.access.Caller;
import kith.runtime.catalog.DataChecks.Findings;
import kith.runtime.sql.Database;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Changes catalogs in PostgreSQL, each in one transaction: lock, load, plan, ask the data, write.
 * Planning and compiling run beside the event loop, and before other writes are held up.
 */
final class PostgresCatalogChanges implements CatalogChanges {

    private static final int MAX_HISTORY = 200;
    private static final Findings NOTHING = new Findings(List.of(), List.of(), List.of());

    private final Database database;
    private final CachedCatalogs catalogs;
    private final CatalogReader reader;
    private final ChangePlanner planner;
    private final CatalogAnnouncer announcer;
    private final LaterFills fills;
    private final Clock clock;
    private final ComponentDocuments documents = new ComponentDocuments();
    private final ChangeLog log = new ChangeLog(documents);

    PostgresCatalogChanges(
            Database database,
            CachedCatalogs catalogs,
            CatalogReader reader,
            ChangePlanner planner,
            CatalogAnnouncer announcer,
            LaterFills fills,
            Clock clock) {
        this.database = database;
        this.catalogs = catalogs;
        this.reader = reader;
        this.planner = planner;
        this.announcer = announcer;
        this.fills = fills;
        this.clock = clock;
    }

    @Override
    public Mono<ChangeOutcome> apply(Caller caller, ChangeRequest request) {
        Author author = caller.origin() == Caller.Origin.PLATFORM ? Author.PLATFORM : Author.TENANT;
        return change(
                caller,
                request.message(),
                request.isDryRun(),
                (transaction, state) -> planned(state, request, author));
    }

    @Override
    public Mono<ChangeOutcome> rollback(
            Caller caller, long toVersion, String message, boolean isDryRun) {
        return change(
                caller,
                message,
                isDryRun,
                (transaction, state) ->
                        toVersion < 0 || toVersion > state.catalog().version()
                                ? Mono.just(unknown(toVersion))
                                : transaction
                                        .changesAfter(toVersion, log)
                                        .flatMap(changes -> undone(state, changes)));
    }

    @Override
    public Mono<List<RecordedChange>> history(Caller caller, int first, OptionalLong before) {
        if (!caller.rights().has(UserFunction.VIEW_AUDIT)) {
            return Mono.error(CatalogRefusal.NOT_ADMINISTRATOR::exception);
        }
        int count = Math.clamp(first, 0, MAX_HISTORY);
        CatalogStatements statements = new CatalogStatements(caller.tenant().key(), documents);
        return database.read(TenantExpectation.of(caller), statements.log(before, -1, count))
                .publishOn(Schedulers.boundedElastic())
                .map(log::read);
    }

    /** How a change set is planned within the transaction. */
    private interface Planning {
        Mono<ChangePlan> plan(CatalogTransaction transaction, CatalogState state);
    }

    /**
     * A finished transaction; with the catalog if there is a new one, unless some of its formulas
     * are stale: that is only read.
     */
    private record Finished(ChangeOutcome outcome, Optional<Catalog> made) {}

    private Mono<ChangeOutcome> change(
            Caller caller, String message, boolean isDryRun, Planning planning) {
        if (!caller.rights().has(UserFunction.CUSTOMIZE)) {
            return Mono.error(CatalogRefusal.NOT_ADMINISTRATOR::exception);
        }
        Change change = new Change(caller, message, isDryRun, planning);
        return database.inCatalogChange(
                        TenantExpectation.of(caller),
                        session ->
                                run(
                                        change,
                                        new CatalogTransaction(session, caller, documents, fills)))
                .flatMap(finished -> afterCommit(caller, finished));
    }

    /** What is asked for. */
    private record Change(Caller caller, String message, boolean isDryRun, Planning planning) {}

    private Mono<Finished> run(Change change, CatalogTransaction transaction) {
        return transaction
                .lock()
                .flatMap(stored -> blocking(() -> state(change.caller(), stored)))
                .flatMap(state ->
                        change.planning()
                                .plan(transaction, state)
                                .flatMap(plan ->
                                        carryOut(change, transaction, state.catalog(), plan)));
    }

    private CatalogState state(Caller caller, StoredCatalog stored) {
        Catalog current =
                catalogs.atHand(caller.tenant(), stored.version())
                        .orElseGet(() -> reader.read(stored));
        return new CatalogState(
                current, stored.retired(), stored.retiredObjects(), stored.nextObjectKey());
    }

    private Mono<ChangePlan> planned(CatalogState state, ChangeRequest request, Author author) {
        return blocking(() -> planner.plan(state, request, author));
    }

    /** What was applied is undone with the platform's rights: it all was allowed once. */
    private Mono<ChangePlan> undone(CatalogState state, List<RecordedChange> newestFirst) {
        List<Difference> differences =
                newestFirst.stream().flatMap(change -> change.diff().stream()).toList();
        return blocking(() -> undone(state, new Rollback(), differences));
    }

    private ChangePlan undone(CatalogState state, Rollback rollback, List<Difference> differences) {
        List<ComponentChange> changes = rollback.undo(state.catalog(), differences);
        List<ChangeProblem> lost = rollback.lost(state, changes);
        return lost.isEmpty()
                ? planner.plan(state, new ChangeRequest(changes, "", false), Author.PLATFORM)
                : new ChangePlan.Refused(List.of(), lost);
    }

    private Mono<Finished> carryOut(
            Change change, CatalogTransaction transaction, Catalog current, ChangePlan plan) {
        return switch (plan) {
            case ChangePlan.Refused(var diff, var problems) ->
                    Mono.just(
                            unapplied(
                                    current,
                                    diff,
                                    new Findings(List.of(), problems, List.of()),
                                    List.of()));
            case ChangePlan.Applicable applicable when isForbidden(change.caller(), applicable) ->
                    Mono.error(CatalogRefusal.NOT_ADMINISTRATOR::exception);
            case ChangePlan.Applicable applicable ->
                    applicable.diff().isEmpty()
                            ? Mono.just(unapplied(current, List.of(), NOTHING, List.of()))
                            : carryOut(change, transaction, current, applicable);
        };
    }

    /** Nobody gives more rights to themselves, so only administrators say what sets grant. */
    private static boolean isForbidden(Caller caller, ChangePlan.Applicable plan) {
        return !caller.isAdministrator()
                && plan.diff().stream()
                        .anyMatch(change ->
                                change.component().kind() == ComponentKind.PERMISSION_SET);
    }

    private Mono<Finished> carryOut(
            Change change,
            CatalogTransaction transaction,
            Catalog current,
            ChangePlan.Applicable plan) {
        Mono<Void> barrier = change.isDryRun() ? Mono.empty() : transaction.excludeWrites();
        return barrier.then(transaction.ask(current, plan, clock))
                .flatMap(found -> {
                    if (change.isDryRun() || !found.problems().isEmpty()) {
                        return Mono.just(
                                unapplied(
                                        current,
                                        plan.diff(),
                                        found,
                                        RuleWarning.of(plan.next(), plan.diff())));
                    }
                    return transaction
                            .write(current, plan, found.later(), change.message(), clock)
                            .thenReturn(applied(plan, found));
                });
    }

    private Mono<ChangeOutcome> afterCommit(Caller caller, Finished finished) {
        if (!finished.outcome().isApplied()) {
            return Mono.just(finished.outcome());
        }
        int tenant = caller.tenant().key();
        if (finished.made().isPresent()) {
            catalogs.keep(tenant, reader.shared(finished.made().get()));
        } else {
            catalogs.forgetBefore(tenant, finished.outcome().catalogVersion());
            fills.began();
        }
        return announcer
                .announce(caller.tenant(), finished.outcome().catalogVersion())
                .thenReturn(finished.outcome());
    }

    private static Finished applied(ChangePlan.Applicable plan, Findings found) {
        return new Finished(
                new ChangeOutcome(
                        plan.next().version(),
                        true,
                        plan.diff(),
                        found.affected(),
                        List.of(),
                        RuleWarning.of(plan.next(), plan.diff())),
                found.later().isEmpty() ? Optional.of(plan.next()) : Optional.empty());
    }

    private static Finished unapplied(
            Catalog current, List<Difference> diff, Findings found, List<RuleWarning> warnings) {
        return new Finished(
                new ChangeOutcome(
                        current.version(),
                        false,
                        diff,
                        found.affected(),
                        found.problems(),
                        warnings),
                Optional.empty());
    }

    private static ChangePlan unknown(long version) {
        return new ChangePlan.Refused(
                List.of(),
                List.of(
                        ChangeProblem.of(
                                Problem.of(
                                                ChangeRefusal.UNKNOWN_VERSION,
                                                "There is no version " + version)
                                        .at("toVersion"))));
    }

    private static <T> Mono<T> blocking(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }
}
