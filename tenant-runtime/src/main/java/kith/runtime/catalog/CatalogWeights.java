package kith.runtime.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.CatalogContent;
import org.jspecify.annotations.Nullable;

/**
 * How much memory the catalogs of tenants take, counted in fields of objects: about a third of a
 * kilobyte each. Content that many tenants share weighs once, with the first of them; of a
 * customized tenant only what it does not share with others.
 */
final class CatalogWeights {

    /** Of an entry that shares all it has. */
    private static final int ENTRY = 1;

    private final Cache<CatalogContent, Integer> bearers = Caffeine.newBuilder().weakKeys().build();

    int of(int tenant, Catalog catalog) {
        CatalogContent content = catalog.content();
        Integer bearer = bearers.get(content, _ -> tenant);
        return bearer == tenant ? ENTRY + content.ownFields() : ENTRY;
    }

    /** Another tenant may bear the content from now on. */
    void forget(@Nullable Integer tenant, @Nullable Catalog catalog) {
        if (tenant != null && catalog != null) {
            bearers.asMap().remove(catalog.content(), tenant);
        }
    }
}
