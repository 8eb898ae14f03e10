package kith.runtime.sql;

import java.util.OptionalLong;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.access.Caller;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.tenant.TenantStatus;

/**
 * The state in which a statement expects to find its tenant; checked by the statement itself, so
 * that a suspension and a new catalog act at once and on every node.
 *
 * @param tenant the tenant's key
 * @param catalogVersion the version that the statement was made for; empty when it needs none
 * @param mustBeActive whether only an active tenant may be served; the platform itself also works
 *     on others
 */
public record TenantExpectation(int tenant, OptionalLong catalogVersion, boolean mustBeActive) {

    private static final Sql ACTIVE = Sql.text("t.status = 'ACTIVE'");

    /** For a statement made for a catalog. */
    public static TenantExpectation of(Caller caller, Catalog catalog) {
        return new TenantExpectation(
                caller.tenant().key(), OptionalLong.of(catalog.version()), mustBeActive(caller));
    }

    /** For a statement that does not depend on the catalog. */
    public static TenantExpectation of(Caller caller) {
        return new TenantExpectation(
                caller.tenant().key(), OptionalLong.empty(), mustBeActive(caller));
    }

    /** For the platform's own work on a tenant in whatever state. */
    public static TenantExpectation anyStateOf(int tenant) {
        return new TenantExpectation(tenant, OptionalLong.empty(), false);
    }

    private static boolean mustBeActive(Caller caller) {
        return caller.origin() != Caller.Origin.PLATFORM;
    }

    /**
     * Whether the tenant is as expected, for the only statement of a write. It has to be evaluated
     * before any table is read: row-level security learns of the tenant by it.
     */
    public Sql allowsWrite() {
        return TenantTransaction.openingWithin(tenant, catalogVersion.orElseThrow(), mustBeActive);
    }

    /** Whether the row {@code t} of the tenant is as expected. */
    Sql condition() {
        if (catalogVersion.isEmpty()) {
            return mustBeActive ? ACTIVE : Sql.text("true");
        }
        Sql version = Sql.of("t.catalog_version = {}", Sql.bind(catalogVersion.getAsLong()));
        return mustBeActive ? Sql.of("{} and {}", ACTIVE, version) : version;
    }

    /** Fails unless the found state is the expected one. */
    void verify(String foundStatus, long foundVersion) {
        if (mustBeActive) {
            TenantStatus.valueOf(foundStatus).refusal().ifPresent(TenantExpectation::refuse);
        }
        if (catalogVersion.isPresent() && catalogVersion.getAsLong() != foundVersion) {
            throw new CatalogOutdatedException(foundVersion);
        }
    }

    /** The registry does not know the tenant any more. */
    static ProblemException notThere() {
        return new ProblemException(TenantStatus.DELETING.refusal().orElseThrow());
    }

    private static void refuse(Problem problem) {
        throw new ProblemException(problem);
    }
}
