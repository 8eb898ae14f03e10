package kith.server.tenant;

/** What has to be done until a registered tenant is usable, in this order. */
public enum ProvisioningStep {
    /** The organization at the identity provider. */
    ORGANIZATION,
    /** The administrator's account there. */
    ACCOUNT,
    /** The account belongs to the organization. */
    MEMBERSHIP,
    /** The packages are in the catalog. */
    PACKAGES,
    /** The administrator's user record. */
    USER,
    /** The tenant may work. */
    ACTIVATION
}
