package kith.runtime.tenant;

/** The life of a tenant. Only an active one may work. */
public enum TenantStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    DELETING
}
