package kith.metadata.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kith.metadata.Component;
import kith.metadata.catalog.RecordHome;

/**
 * All that a catalog is made from.
 *
 * @param version the catalog's version
 * @param components in the order in which they were made
 * @param nextObjectKey the key of the next object that has none
 * @param broken ids of the rules that are broken already and may stay so
 * @param homes by the keys of objects: where records lie that are not in the shared table, or leave
 *     it
 * @param stale ids of the fields with stored formulas whose columns are being brought up to date
 */
public record CatalogSource(
        long version,
        List<Component> components,
        Set<RetiredStorage> retired,
        int nextObjectKey,
        Set<UUID> broken,
        Map<Integer, RecordHome> homes,
        Set<UUID> stale) {

    /** Objects of packages have fixed keys below this. */
    public static final int FIRST_OBJECT_KEY = 100_000;

    public CatalogSource {
        components = List.copyOf(components);
        retired = Set.copyOf(retired);
        broken = Set.copyOf(broken);
        homes = Map.copyOf(homes);
        stale = Set.copyOf(stale);
    }

    /** The first catalog of a tenant with these components. */
    public static CatalogSource of(List<Component> components) {
        return new CatalogSource(
                components.isEmpty() ? 0 : 1,
                components,
                Set.of(),
                FIRST_OBJECT_KEY,
                Set.of(),
                Map.of(),
                Set.of());
    }
}
