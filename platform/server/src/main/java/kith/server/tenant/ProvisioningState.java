package kith.server.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import kith.runtime.registry.RegisteredTenant;
import kith.runtime.tenant.TenantStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * What provisioning was asked for and how far it came, as the registry keeps it. Passwords are not
 * in it.
 *
 * @param account the administrator's account, once there is one
 * @param removed rows removed by a deletion, by table
 * @param claim who is at work
 */
public record ProvisioningState(
        String adminEmail,
        List<String> packages,
        Set<ProvisioningStep> done,
        Optional<Failure> failure,
        Optional<String> account,
        Map<String, Long> removed,
        Optional<Claim> claim) {

    private static final JsonMapper JSON = new JsonMapper();

    public ProvisioningState {
        packages = List.copyOf(packages);
        done = Set.copyOf(done);
        removed = Map.copyOf(removed);
        claim = Objects.requireNonNullElse(claim, Optional.empty());
    }

    static ProvisioningState asked(ProvisioningOrder order) {
        return new ProvisioningState(
                order.admin().email(),
                order.packages(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Optional.empty());
    }

    /** What the registry knows. */
    public static ProvisioningState of(RegisteredTenant tenant) {
        return JSON.readValue(tenant.provisioning(), ProvisioningState.class);
    }

    String toJson() {
        return JSON.writeValueAsString(this);
    }

    ProvisioningState withDone(ProvisioningStep step) {
        Set<ProvisioningStep> steps = EnumSet.of(step);
        steps.addAll(done);
        return new ProvisioningState(
                adminEmail, packages, steps, Optional.empty(), account, removed, claim);
    }

    ProvisioningState withFailure(ProvisioningStep step, String problem) {
        return new ProvisioningState(
                adminEmail,
                packages,
                done,
                Optional.of(new Failure(step, problem)),
                account,
                removed,
                claim);
    }

    ProvisioningState withAccount(String id) {
        return new ProvisioningState(
                adminEmail, packages, done, failure, Optional.of(id), removed, claim);
    }

    ProvisioningState claimed(Claim worker) {
        return new ProvisioningState(
                adminEmail, packages, done, failure, account, removed, Optional.of(worker));
    }

    ProvisioningState released() {
        return new ProvisioningState(
                adminEmail, packages, done, failure, account, removed, Optional.empty());
    }

    /** All steps in their order with how they stand; a tenant that is set up has them behind it. */
    public static List<StepReport> report(RegisteredTenant tenant) {
        ProvisioningState state = of(tenant);
        return tenant.tenant().status() == TenantStatus.PROVISIONING
                ? state.report()
                : Stream.of(ProvisioningStep.values())
                        .map(step -> new StepReport(step, "DONE", Optional.empty()))
                        .toList();
    }

    private List<StepReport> report() {
        List<StepReport> steps = new ArrayList<>();
        for (ProvisioningStep step : ProvisioningStep.values()) {
            Optional<String> problem =
                    failure.filter(known -> known.step() == step).map(Failure::problem);
            String state =
                    done.contains(step) ? "DONE" : problem.isPresent() ? "FAILED" : "WAITING";
            steps.add(new StepReport(step, state, problem));
        }
        return steps;
    }

    /**
     * Somebody sets the tenant up.
     *
     * @param until from when on anybody else may
     */
    record Claim(UUID holder, Instant until) {}

    /** Where provisioning stopped, and why, for people. */
    record Failure(ProvisioningStep step, String problem) {}

    /**
     * A step as operators see it.
     *
     * @param state WAITING, DONE or FAILED
     */
    public record StepReport(ProvisioningStep step, String state, Optional<String> problem) {}
}
