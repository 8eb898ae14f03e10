package kith.server.identity;

/** The header that chooses among the tenants of a token. */
public final class TenantHeader {

    public static final String NAME = "X-Kith-Tenant";

    private TenantHeader() {}
}
