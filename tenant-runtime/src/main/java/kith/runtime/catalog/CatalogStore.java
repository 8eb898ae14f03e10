package kith.runtime.catalog;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import kith.metadata.change.ChangePlanner;
import kith.metadata.codec.ComponentDocuments;
import kith.metadata.codec.ComponentIds;
import kith.metadata.resolve.CatalogBuilder;
import kith.runtime.sql.Database;

/** The catalogs of all tenants in PostgreSQL: to read, and to change. */
public final class CatalogStore {

    /** As {@link CatalogWeights} counts: about 150 MB. */
    private static final long MOST_CACHED = 400_000;

    private final CachedCatalogs catalogs;
    private final PostgresCatalogChanges changes;
    private final RetiredValues retiredValues;
    private final HomeChanges homes;

    /**
     * @param builder shared by all that make catalogs on this node, for it keeps compiled rules
     * @param newIds ids of components that tenants make
     */
    public CatalogStore(
            Database database,
            CatalogBuilder builder,
            CatalogAnnouncer announcer,
            Supplier<UUID> newIds,
            Clock clock) {
        this(database, builder, announcer, newIds, clock, LaterFills.NOBODY);
    }

    /**
     * @param builder shared by all that make catalogs on this node, for it keeps compiled rules
     * @param newIds ids of components that tenants make
     * @param fills computes formulas for records that are too many for a change of a catalog
     */
    public CatalogStore(
            Database database,
            CatalogBuilder builder,
            CatalogAnnouncer announcer,
            Supplier<UUID> newIds,
            Clock clock,
            LaterFills fills) {
        CatalogReader reader = new CatalogReader(builder, new ComponentDocuments());
        this.catalogs = new CachedCatalogs(database, reader, MOST_CACHED);
        this.changes =
                new PostgresCatalogChanges(
                        database,
                        catalogs,
                        reader,
                        new ChangePlanner(builder, ComponentIds.fresh(newIds)),
                        announcer,
                        fills,
                        clock);
        this.retiredValues = new RetiredValues(database, clock);
        this.homes = new HomeChanges(database, catalogs, reader, announcer, clock);
    }

    /** Another node told that the catalog of the tenant with this key has a new version. */
    public void heard(int tenant, long version) {
        catalogs.forgetBefore(tenant, version);
    }

    public Catalogs catalogs() {
        return catalogs;
    }

    public CatalogChanges changes() {
        return changes;
    }

    /** Where records lie. */
    public HomeChanges homes() {
        return homes;
    }

    /** What removed fields and objects left behind. */
    public RetiredValues retiredValues() {
        return retiredValues;
    }
}
