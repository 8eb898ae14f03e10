package kith.metadata.change;

import java.util.Set;
import kith.metadata.catalog.Catalog;
import kith.metadata.resolve.CatalogSource;
import kith.metadata.resolve.RetiredObject;
import kith.metadata.resolve.RetiredStorage;

/**
 * Where a change begins.
 *
 * @param retired homes of removed fields
 * @param retiredObjects removed objects that may have records
 * @param nextObjectKey the key of the next object that has none
 */
public record CatalogState(
        Catalog catalog,
        Set<RetiredStorage> retired,
        Set<RetiredObject> retiredObjects,
        int nextObjectKey) {

    public CatalogState {
        retired = Set.copyOf(retired);
        retiredObjects = Set.copyOf(retiredObjects);
    }

    /** A tenant that never removed anything. */
    public static CatalogState of(Catalog catalog) {
        int highest = catalog.objects().stream().mapToInt(object -> object.key()).max().orElse(0);
        return new CatalogState(
                catalog, Set.of(), Set.of(), Math.max(CatalogSource.FIRST_OBJECT_KEY, highest + 1));
    }
}
