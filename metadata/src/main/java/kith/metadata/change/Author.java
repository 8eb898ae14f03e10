package kith.metadata.change;

/** On whose behalf components change. */
public enum Author {
    /** People of the tenant: of a package's components they change only what is left to them. */
    TENANT,
    /** The platform, which installs packages, moves tenants and takes changes back. */
    PLATFORM
}
