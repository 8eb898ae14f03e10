package kith.bench.data;

/**
 * The tenants of Kith that are measured: the same records, in tables of their own or among others'.
 */
public enum MeasuredTenant {
    /** Its large objects were moved to dedicated tables. */
    DEDICATED("kith", "Kith", "bench"),
    /** All its records lie in the table that all tenants share. */
    SHARED("kith-shared", "Kith, shared tables", "bench-shared");

    private final String key;
    private final String title;
    private final String slug;

    MeasuredTenant(String key, String title, String slug) {
        this.key = key;
        this.title = title;
        this.slug = slug;
    }

    /** Names it among the products. */
    public String key() {
        return key;
    }

    public String title() {
        return title;
    }

    public String slug() {
        return slug;
    }
}
