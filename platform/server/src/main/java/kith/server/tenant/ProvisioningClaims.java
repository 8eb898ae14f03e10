package kith.server.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.TenantProblem;
import kith.runtime.tenant.TenantStatus;
import reactor.core.publisher.Mono;

/**
 * Sees to it that one request at a time sets a tenant up, on whatever node. A claim is kept with
 * the tenant and runs out by itself, so that a node that crashed hinders nobody for long; whoever
 * lost it in the meantime can write nothing any more.
 */
public final class ProvisioningClaims {

    /** Longer than any step takes. */
    private static final Duration LIFE = Duration.ofSeconds(60);

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final TenantRegistry registry;
    private final Clock clock;
    private final Supplier<UUID> newIds;

    public ProvisioningClaims(TenantRegistry registry, Clock clock, Supplier<UUID> newIds) {
        this.registry = registry;
        this.clock = clock;
        this.newIds = newIds;
    }

    /** A claim, as soon as nobody else has one; empty where the tenant is set up by then. */
    Mono<UUID> take(String slug) {
        UUID holder = newIds.get();
        return Mono.defer(() -> attempt(slug, holder))
                .repeatWhenEmpty(again -> again.delayElements(PAUSE))
                .timeout(PATIENCE, Mono.error(() -> busy(slug)))
                .filter(isTaken -> isTaken)
                .map(_ -> holder);
    }

    /** True when it is taken, false when it is needless, empty when another has it. */
    private Mono<Boolean> attempt(String slug, UUID holder) {
        return registry.find(slug)
                .switchIfEmpty(Mono.error(() -> busy(slug)))
                .flatMap(tenant -> {
                    if (tenant.tenant().status() != TenantStatus.PROVISIONING) {
                        return Mono.just(false);
                    }
                    ProvisioningState state = ProvisioningState.of(tenant);
                    return isClaimed(state)
                            ? Mono.empty()
                            : replace(tenant, held(state, holder)).filter(isTaken -> isTaken);
                });
    }

    private boolean isClaimed(ProvisioningState state) {
        return state.claim().filter(claim -> claim.until().isAfter(clock.instant())).isPresent();
    }

    private ProvisioningState held(ProvisioningState state, UUID holder) {
        return state.claimed(new ProvisioningState.Claim(holder, clock.instant().plus(LIFE)));
    }

    /** Writes down how far it came, and holds on. */
    Mono<Void> keep(RegisteredTenant seen, ProvisioningState next, UUID holder) {
        return write(seen, held(next, holder));
    }

    /** Writes down how it ended, and lets go. */
    Mono<Void> release(RegisteredTenant seen, ProvisioningState last) {
        return write(seen, last.released());
    }

    private Mono<Void> write(RegisteredTenant seen, ProvisioningState next) {
        return replace(seen, next)
                .filter(isWritten -> isWritten)
                .switchIfEmpty(Mono.error(() -> busy(seen.tenant().slug())))
                .then();
    }

    private Mono<Boolean> replace(RegisteredTenant seen, ProvisioningState next) {
        return registry.replaceProvisioning(
                seen.tenant().key(), seen.provisioning(), next.toJson());
    }

    /** The tenant if it is still the holder's to set up. */
    static RegisteredTenant requireHeld(RegisteredTenant tenant, UUID holder) {
        boolean isHeld =
                tenant.tenant().status() != TenantStatus.DELETING
                        && ProvisioningState.of(tenant)
                                .claim()
                                .filter(claim -> claim.holder().equals(holder))
                                .isPresent();
        if (!isHeld) {
            throw busy(tenant.tenant().slug());
        }
        return tenant;
    }

    private static ProblemException busy(String slug) {
        return new ProblemException(
                TenantProblem.TENANT_NOT_READY
                        .saying("Another request sets up or removes the tenant \"" + slug + "\".")
                        .hint("Ask for the tenant in a moment."));
    }
}
