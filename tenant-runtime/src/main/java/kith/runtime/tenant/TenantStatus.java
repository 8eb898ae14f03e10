package kith.runtime.tenant;

import java.util.Optional;
import kith.metadata.problem.Problem;

/** The life of a tenant. Only an active one may work. */
public enum TenantStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED,
    DELETING;

    /** Why a tenant of this status may not work; empty for the one that may. */
    public Optional<Problem> refusal() {
        return switch (this) {
            case ACTIVE -> Optional.empty();
            case PROVISIONING ->
                    Optional.of(
                            TenantProblem.TENANT_NOT_READY
                                    .saying("This company's Kith is still being set up.")
                                    .hint("Try again in a minute."));
            case SUSPENDED ->
                    Optional.of(
                            TenantProblem.TENANT_SUSPENDED
                                    .saying("This company's Kith is suspended.")
                                    .hint("Ask whoever runs this installation."));
            case DELETING ->
                    Optional.of(
                            TenantProblem.TENANT_DELETED.saying(
                                    "This company's Kith has been deleted."));
        };
    }
}
