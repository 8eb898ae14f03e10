package kith.runtime.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import java.util.Optional;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.CatalogContent;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.problem.ProblemException;
import kith.metadata.resolve.CatalogBuilder;

/**
 * Makes catalogs of what is stored. Catalogs of equal content share everything but their version,
 * so that tenants without customization cost little.
 */
final class CatalogReader {

    private static final int MOST_COMMON = 64;

    private final CatalogBuilder builder;
    private final ComponentDocuments documents;
    private final Cache<String, CatalogContent> byFingerprint =
            Caffeine.newBuilder().weakValues().build();

    /** Asked for with every load; a few packages and their combinations. */
    private final Cache<String, CatalogContent> common =
            Caffeine.newBuilder().maximumSize(MOST_COMMON).build();

    CatalogReader(CatalogBuilder builder, ComponentDocuments documents) {
        this.builder = builder;
        this.documents = documents;
    }

    /** Content that several tenants have, by the fingerprints that were written down with it. */
    Map<String, CatalogContent> common() {
        return Map.copyOf(common.asMap());
    }

    /**
     * Blocks while it compiles scripts.
     *
     * @param common in which the components are that were not read
     */
    Catalog read(StoredCatalog stored, Map<String, CatalogContent> common) {
        Optional<CatalogContent> known = stored.fingerprint().map(common::get);
        return known.isPresent() && !stored.hasComponents()
                ? known.get().at(stored.version())
                : read(stored);
    }

    /** The catalog of components that were read. */
    Catalog read(StoredCatalog stored) {
        try {
            Catalog made = builder.restore(stored.source(documents));
            Catalog catalog = shared(made);
            if (catalog.content() != made.content()) {
                stored.fingerprint().ifPresent(text -> common.put(text, catalog.content()));
            }
            return catalog;
        } catch (ProblemException unreadable) {
            throw CatalogRefusal.CATALOG_UNREADABLE.because(unreadable);
        }
    }

    /**
     * The catalog with the parts of an equal one that is in use. One with broken rules is taken
     * from others but not given to them: its scripts may compile at the next attempt.
     */
    Catalog shared(Catalog catalog) {
        CatalogContent known =
                catalog.brokenRules().isEmpty()
                        ? byFingerprint.get(catalog.fingerprint(), _ -> catalog.content())
                        : byFingerprint.getIfPresent(catalog.fingerprint());
        return known == null || known == catalog.content() ? catalog : known.at(catalog.version());
    }
}
