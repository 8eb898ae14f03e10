package kith.server.tenant;

import java.util.Optional;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.metadata.problem.ProblemException;
import kith.runtime.registry.NewTenant;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.registry.TenantRegistry;
import kith.runtime.tenant.TenantProblem;
import kith.runtime.tenant.TenantStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes tenants usable, step by step. How far it came is in the registry, so whoever repeats an
 * order after a failure or a crash goes on from there; a step that was cut off is simply done
 * again. Of several who ask at once one does the work, and the others wait for it.
 */
public final class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    private final TenantRegistry registry;
    private final Packages packages;
    private final ProvisioningWork work;
    private final ProvisioningClaims claims;

    public Provisioning(
            TenantRegistry registry,
            Packages packages,
            ProvisioningWork work,
            ProvisioningClaims claims) {
        this.registry = registry;
        this.packages = packages;
        this.work = work;
        this.claims = claims;
    }

    /**
     * The tenant as it stands afterwards: active, or still being set up where a step failed.
     *
     * <p>Fails with TENANT_EXISTS where the slug belongs to a tenant of another administrator, and
     * with TENANT_NOT_READY where somebody else sets it up and takes very long.
     */
    public Mono<RegisteredTenant> provision(ProvisioningOrder order) {
        return Mono.fromRunnable(() -> packages.requireKnown(order.packages()))
                .then(Mono.defer(() -> registry.register(newTenant(order))))
                .map(tenant -> requireSame(order, tenant))
                .flatMap(tenant -> goOn(order, tenant))
                .then(registry.find(order.slug()));
    }

    private static NewTenant newTenant(ProvisioningOrder order) {
        return new NewTenant(
                order.slug(),
                order.name(),
                order.currency(),
                order.zone(),
                order.locale(),
                ProvisioningState.asked(order).toJson());
    }

    private static RegisteredTenant requireSame(ProvisioningOrder order, RegisteredTenant tenant) {
        String admin = ProvisioningState.of(tenant).adminEmail();
        if (!admin.equals(order.admin().email())
                || tenant.tenant().status() == TenantStatus.DELETING) {
            throw new ProblemException(
                    TenantProblem.TENANT_EXISTS
                            .saying("The short name \"" + order.slug() + "\" is taken.")
                            .hint("Choose another one, or repeat the first order as it was."));
        }
        return tenant;
    }

    private Mono<Void> goOn(ProvisioningOrder order, RegisteredTenant tenant) {
        if (tenant.tenant().status() != TenantStatus.PROVISIONING) {
            return Mono.empty();
        }
        return claims.take(order.slug()).flatMap(holder -> doAll(order, holder));
    }

    private Mono<Void> doAll(ProvisioningOrder order, UUID holder) {
        return Flux.fromArray(ProvisioningStep.values())
                .concatMap(step -> doUnlessDone(step, order, holder))
                .then()
                .onErrorResume(StepFailed.class, failed -> remember(order.slug(), failed, holder));
    }

    private Mono<Void> doUnlessDone(ProvisioningStep step, ProvisioningOrder order, UUID holder) {
        return held(order.slug(), holder)
                .filter(tenant -> !ProvisioningState.of(tenant).done().contains(step))
                .flatMap(tenant -> run(step, order, tenant, holder));
    }

    private Mono<RegisteredTenant> held(String slug, UUID holder) {
        return registry.find(slug).map(tenant -> ProvisioningClaims.requireHeld(tenant, holder));
    }

    private Mono<Void> run(
            ProvisioningStep step, ProvisioningOrder order, RegisteredTenant tenant, UUID holder) {
        return work.run(step, order, tenant)
                .onErrorMap(failure -> new StepFailed(step, failure))
                .map(state -> state.withDone(step))
                .flatMap(state ->
                        step == ProvisioningStep.ACTIVATION
                                ? claims.release(tenant, state)
                                : claims.keep(tenant, state, holder));
    }

    private Mono<Void> remember(String slug, StepFailed failed, UUID holder) {
        LOG.atWarn()
                .addKeyValue("tenant", slug)
                .addKeyValue("step", failed.step)
                .setCause(failed.getCause())
                .log("Provisioning of {} stopped at {}", slug, failed.step);
        return held(slug, holder)
                .flatMap(tenant ->
                        claims.release(
                                tenant,
                                ProvisioningState.of(tenant)
                                        .withFailure(failed.step, failed.reason())));
    }

    /** A step did not come to its end. */
    private static final class StepFailed extends RuntimeException {

        private final ProvisioningStep step;

        StepFailed(ProvisioningStep step, Throwable cause) {
            super(cause);
            this.step = step;
        }

        String reason() {
            return Optional.ofNullable(getCause())
                    .filter(ProblemException.class::isInstance)
                    .map(cause -> ((ProblemException) cause).problems().getFirst())
                    .map(Provisioning::sentence)
                    .orElse("An unexpected failure; the log of the server tells more.");
        }
    }

    private static String sentence(Problem problem) {
        return problem.message() + problem.hint().map(hint -> " " + hint).orElse("");
    }
}
