package kith.runtime.catalog;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import kith.metadata.catalog.Catalog;
import kith.metadata.codec.ComponentDocuments;
import kith.runtime.sql.Database;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The catalogs of this node, loaded when first asked for, each once however many ask, and bounded
 * by the number of their components.
 */
final class CachedCatalogs implements Catalogs {

    /** A catalog weighs its components, and something for itself. */
    private static final int OWN_WEIGHT = 20;

    private final Database database;
    private final CatalogReader reader;
    private final ComponentDocuments documents = new ComponentDocuments();
    private final AsyncCache<Integer, Catalog> catalogs;

    /**
     * @param maxComponents how many components the catalogs that are kept have together
     */
    CachedCatalogs(Database database, CatalogReader reader, long maxComponents) {
        this.database = database;
        this.reader = reader;
        this.catalogs =
                Caffeine.newBuilder()
                        .maximumWeight(maxComponents)
                        .weigher((Integer tenant, Catalog catalog) ->
                                OWN_WEIGHT + catalog.components().size())
                        .buildAsync();
    }

    @Override
    public Mono<Catalog> current(Tenant tenant) {
        return Mono.fromFuture(
                () -> catalogs.get(tenant.key(), (key, executor) -> load(key).toFuture()),
                /* suppressCancel= */ true);
    }

    @Override
    public Mono<Catalog> atLeast(Tenant tenant, long version) {
        return current(tenant)
                .flatMap(catalog ->
                        catalog.version() >= version
                                ? Mono.just(catalog)
                                : reloaded(tenant, catalog));
    }

    /** The catalog at exactly this version, if it is at hand. */
    Optional<Catalog> atHand(Tenant tenant, long version) {
        return Optional.ofNullable(catalogs.getIfPresent(tenant.key()))
                .flatMap(CachedCatalogs::loaded)
                .filter(catalog -> catalog.version() == version);
    }

    /** Keeps a catalog that was just made, unless a later one is there. */
    void keep(Tenant tenant, Catalog made) {
        Catalog shared = reader.shared(made);
        catalogs.asMap()
                .compute(
                        tenant.key(),
                        (key, known) ->
                                isLater(known, made.version())
                                        ? known
                                        : CompletableFuture.completedFuture(shared));
    }

    /** Forgets a catalog that is at hand and older than this version. */
    void forgetBefore(int tenant, long version) {
        catalogs.asMap()
                .computeIfPresent(
                        tenant,
                        (key, known) ->
                                loaded(known).filter(at -> at.version() < version).isPresent()
                                        ? null
                                        : known);
    }

    private static boolean isLater(@Nullable CompletableFuture<Catalog> known, long version) {
        return Optional.ofNullable(known)
                .flatMap(CachedCatalogs::loaded)
                .filter(catalog -> catalog.version() > version)
                .isPresent();
    }

    private static Optional<Catalog> loaded(CompletableFuture<Catalog> loading) {
        return loading.state() == Future.State.SUCCESS
                ? Optional.of(loading.resultNow())
                : Optional.empty();
    }

    /**
     * Only who finds the outdated one still there removes it, so that all others share one load.
     */
    private Mono<Catalog> reloaded(Tenant tenant, Catalog outdated) {
        return Mono.defer(() -> {
            CompletableFuture<Catalog> known = catalogs.getIfPresent(tenant.key());
            if (known != null && loaded(known).equals(Optional.of(outdated))) {
                catalogs.asMap().remove(tenant.key(), known);
            }
            return current(tenant);
        });
    }

    private Mono<Catalog> load(int tenant) {
        return database.read(
                        TenantExpectation.anyStateOf(tenant),
                        new CatalogStatements(tenant, documents).stored())
                .publishOn(Schedulers.boundedElastic())
                .map(StoredCatalog::read)
                .map(reader::read);
    }
}
