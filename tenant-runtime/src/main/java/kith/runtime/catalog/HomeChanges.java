package kith.runtime.catalog;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kith.metadata.catalog.Catalog;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.resolve.RetiredStorage;
import kith.runtime.access.Caller;
import kith.runtime.sql.Database;
import kith.runtime.sql.Session;
import kith.runtime.sql.TenantExpectation;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Changes where records lie, and which columns are read: one step with the tenant's writes held up,
 * after which the catalog has a new version, so that no statement of before finds its way.
 */
public final class HomeChanges {

    private final Database database;
    private final CachedCatalogs catalogs;
    private final CatalogReader reader;
    private final CatalogAnnouncer announcer;
    private final Clock clock;
    private final ComponentDocuments documents = new ComponentDocuments();

    HomeChanges(
            Database database,
            CachedCatalogs catalogs,
            CatalogReader reader,
            CatalogAnnouncer announcer,
            Clock clock) {
        this.database = database;
        this.catalogs = catalogs;
        this.reader = reader;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * The state that a change finds.
     *
     * @param retired homes of removed fields, which may still hold their values
     */
    public record Standing(Session session, Catalog catalog, List<RetiredStorage> retired) {
        public Standing {
            retired = List.copyOf(retired);
        }
    }

    /**
     * Holds writes up and does the work. Where the work completes empty, the catalog stays as it
     * is.
     *
     * @param message what the catalog's log says of it
     */
    public <T> Mono<T> change(Caller caller, String message, Function<Standing, Mono<T>> work) {
        CatalogStatements statements = new CatalogStatements(caller.tenant().key(), documents);
        return database.inCatalogChange(
                        TenantExpectation.of(caller),
                        session ->
                                new CatalogTransaction(session, caller, documents)
                                        .lock()
                                        .delayUntil(_ -> session.excludeWrites())
                                        .publishOn(Schedulers.boundedElastic())
                                        .flatMap(stored ->
                                                work.apply(standing(session, caller, stored))
                                                        .delayUntil(_ ->
                                                                advance(
                                                                        session,
                                                                        statements,
                                                                        caller,
                                                                        stored,
                                                                        message))
                                                        .map(result ->
                                                                new Made<>(
                                                                        result,
                                                                        stored.version() + 1))))
                .flatMap(made -> announced(caller, made));
    }

    private record Made<T>(T result, long version) {}

    private Standing standing(Session session, Caller caller, StoredCatalog stored) {
        Optional<Catalog> known = catalogs.atHand(caller.tenant(), stored.version());
        return new Standing(
                session, known.orElseGet(() -> reader.read(stored)), List.copyOf(stored.retired()));
    }

    private Mono<Long> advance(
            Session session,
            CatalogStatements statements,
            Caller caller,
            StoredCatalog stored,
            String message) {
        long version = stored.version() + 1;
        return session.execute(statements.advanceUnread(version))
                .then(
                        session.execute(
                                statements.record(
                                        caller, version, clock.instant(), message, List.of())));
    }

    private <T> Mono<T> announced(Caller caller, Made<T> made) {
        catalogs.forgetBefore(caller.tenant().key(), made.version());
        return announcer.announce(caller.tenant(), made.version()).thenReturn(made.result());
    }
}
