package kith.runtime.tenant;

/**
 * A statement found a newer catalog than the one its request was bound to; bind the request anew.
 */
public final class CatalogOutdatedException extends RuntimeException {

    private final long actualVersion;

    public CatalogOutdatedException(long actualVersion) {
        super("The catalog is now at version " + actualVersion, null, false, false);
        this.actualVersion = actualVersion;
    }

    /** The version that the statement found. */
    public long actualVersion() {
        return actualVersion;
    }
}
