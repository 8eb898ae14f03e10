package kith.runtime.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import kith.metadata.catalog.Catalog;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.problem.ProblemException;
import kith.metadata.resolve.CatalogBuilder;

/**
 * Makes catalogs of what is stored. Catalogs of equal content share everything but their version,
 * so that tenants without customization cost little.
 */
final class CatalogReader {

    private final CatalogBuilder builder;
    private final ComponentDocuments documents;
    private final Cache<String, Catalog> byFingerprint = Caffeine.newBuilder().weakValues().build();

    CatalogReader(CatalogBuilder builder, ComponentDocuments documents) {
        this.builder = builder;
        this.documents = documents;
    }

    /** Blocks while it compiles scripts. */
    Catalog read(StoredCatalog stored) {
        try {
            return shared(builder.restore(stored.source(documents)));
        } catch (ProblemException unreadable) {
            throw CatalogRefusal.CATALOG_UNREADABLE.because(unreadable);
        }
    }

    /**
     * The catalog with the parts of an equal one that is in use. One with broken rules is taken
     * from others but not given to them: its scripts may compile at the next attempt.
     */
    Catalog shared(Catalog catalog) {
        Catalog known =
                catalog.brokenRules().isEmpty()
                        ? byFingerprint.get(catalog.fingerprint(), fingerprint -> catalog)
                        : byFingerprint.getIfPresent(catalog.fingerprint());
        return known == null || known == catalog
                ? catalog
                : new Catalog(
                        catalog.version(),
                        catalog.fingerprint(),
                        known.components(),
                        known.objects());
    }
}
