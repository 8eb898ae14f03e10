package kith.server.tenant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kith.runtime.registry.RegisteredTenant;
import tools.jackson.databind.json.JsonMapper;

/**
 * What provisioning was asked for and how far it came, as the registry keeps it. Passwords are not
 * in it.
 *
 * @param account the administrator's account, once there is one
 * @param removed rows removed by a deletion, by table
 */
public record ProvisioningState(
        String adminEmail,
        List<String> packages,
        Set<ProvisioningStep> done,
        Optional<Failure> failure,
        Optional<String> account,
        Map<String, Long> removed) {

    private static final JsonMapper JSON = new JsonMapper();

    public ProvisioningState {
        packages = List.copyOf(packages);
        done = Set.copyOf(done);
        removed = Map.copyOf(removed);
    }

    static ProvisioningState asked(ProvisioningOrder order) {
        return new ProvisioningState(
                order.admin().email(),
                order.packages(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
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
                adminEmail, packages, steps, Optional.empty(), account, removed);
    }

    ProvisioningState withFailure(ProvisioningStep step, String problem) {
        return new ProvisioningState(
                adminEmail,
                packages,
                done,
                Optional.of(new Failure(step, problem)),
                account,
                removed);
    }

    ProvisioningState withAccount(String id) {
        return new ProvisioningState(adminEmail, packages, done, failure, Optional.of(id), removed);
    }

    /** All steps in their order with how they stand. */
    public List<StepReport> report() {
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

    /** Where provisioning stopped, and why, for people. */
    record Failure(ProvisioningStep step, String problem) {}

    /**
     * A step as operators see it.
     *
     * @param state WAITING, DONE or FAILED
     */
    public record StepReport(ProvisioningStep step, String state, Optional<String> problem) {}
}
