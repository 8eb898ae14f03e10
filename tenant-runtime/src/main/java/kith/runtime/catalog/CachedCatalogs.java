package kith.runtime.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.CatalogContent;
import kith.metadata.codec.ComponentDocuments;
import kith.runtime.sql.Database;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The catalogs of this node, loaded when first asked for, each once however many ask, and bounded
 * by {@link CatalogWeights}.
 */
final class CachedCatalogs implements Catalogs {

    /** A script may have been refused because the machine was too busy to compile it. */
    private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofMinutes(1);

    private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

    private final Database database;
    private final CatalogReader reader;
    private final ComponentDocuments documents = new ComponentDocuments();
    private final Cache<Integer, Catalog> loaded;
    private final Map<Integer, Mono<Catalog>> loading = new ConcurrentHashMap<>();

    /**
     * @param mostWeight of the catalogs that are kept
     */
    CachedCatalogs(Database database, CatalogReader reader, long mostWeight) {
        this.database = database;
        this.reader = reader;
        CatalogWeights weights = new CatalogWeights();
        this.loaded =
                Caffeine.newBuilder()
                        .maximumWeight(mostWeight)
                        .weigher(weights::of)
                        .evictionListener((tenant, catalog, _) -> weights.forget(tenant, catalog))
                        .expireAfter(
                                Expiry.<Integer, Catalog>writing(
                                        (tenant, catalog) -> lifetime(catalog)))
                        .build();
    }

    private static Duration lifetime(Catalog catalog) {
        return catalog.brokenRules().isEmpty() ? FOR_EVER : UNTIL_NEXT_ATTEMPT;
    }

    @Override
    public Mono<Catalog> current(Tenant tenant) {
        return Mono.defer(() -> {
            Catalog catalog = loaded.getIfPresent(tenant.key());
            return catalog == null ? load(tenant.key()) : Mono.just(catalog);
        });
    }

    /** A load that was under way may have begun too early; then one more is needed. */
    @Override
    public Mono<Catalog> atLeast(Tenant tenant, long version) {
        return current(tenant)
                .flatMap(found -> renewed(tenant, found, version))
                .flatMap(found -> renewed(tenant, found, version));
    }

    /** The catalog at exactly this version, if it is at hand. */
    Optional<Catalog> atHand(Tenant tenant, long version) {
        return Optional.ofNullable(loaded.getIfPresent(tenant.key()))
                .filter(catalog -> catalog.version() == version);
    }

    /** Keeps a catalog, unless a later one is there. */
    void keep(int tenant, Catalog catalog) {
        loaded.asMap()
                .merge(
                        tenant,
                        catalog,
                        (known, made) -> known.version() > made.version() ? known : made);
    }

    /** Forgets a catalog that is at hand and older than this version. */
    void forgetBefore(int tenant, long version) {
        loaded.asMap()
                .computeIfPresent(tenant, (key, known) -> known.version() < version ? null : known);
    }

    /**
     * Only who finds the outdated one still there removes it, so that all others share one load.
     */
    private Mono<Catalog> renewed(Tenant tenant, Catalog found, long version) {
        if (found.version() >= version) {
            return Mono.just(found);
        }
        loaded.asMap().remove(tenant.key(), found);
        return current(tenant);
    }

    private Mono<Catalog> load(int tenant) {
        return loading.computeIfAbsent(
                tenant,
                key ->
                        read(key)
                                .doOnNext(catalog -> keep(key, catalog))
                                .doFinally(_ -> loading.remove(key))
                                .cache());
    }

    private Mono<Catalog> read(int tenant) {
        return Mono.defer(() -> {
            Map<String, CatalogContent> common = reader.common();
            return database.read(
                            TenantExpectation.anyStateOf(tenant),
                            new CatalogStatements(tenant, documents).stored(common.keySet()))
                    .publishOn(Schedulers.boundedElastic())
                    .map(StoredCatalog::read)
                    .map(stored -> reader.read(stored, common));
        });
    }
}
