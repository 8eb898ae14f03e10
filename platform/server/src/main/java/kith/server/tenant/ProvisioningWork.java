package kith.server.tenant;

import kith.runtime.registry.RegisteredTenant;
import reactor.core.publisher.Mono;

/** Port: does one step of provisioning. */
@FunctionalInterface
public interface ProvisioningWork {

    /** The state with what the step found out; the step may be repeated at any time. */
    Mono<ProvisioningState> run(
            ProvisioningStep step, ProvisioningOrder order, RegisteredTenant tenant);
}
