package kith.server.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The limits of tenants by their plans. Written as {@code plan.free.costPerMinute = 100000}, {@code
 * tenant.acme = free}; the plan {@code standard} is that of tenants without another one. What a
 * plan leaves out is as standard.
 */
public record RequestPlans(Map<String, RequestLimits> plans, Map<String, String> tenants) {

    private static final String STANDARD = "standard";

    public RequestPlans {
        plans = Map.copyOf(plans);
        tenants = Map.copyOf(tenants);
        for (var tenant : tenants.entrySet()) {
            if (!plans.containsKey(tenant.getValue())) {
                throw new IllegalArgumentException(
                        "tenant %s has no known plan: %s"
                                .formatted(tenant.getKey(), tenant.getValue()));
            }
        }
    }

    /** Everybody has the same limits. */
    public static RequestPlans standard() {
        return new RequestPlans(Map.of(STANDARD, RequestLimits.STANDARD), Map.of());
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static RequestPlans parse(Map<String, String> lines) {
        Map<String, Map<String, Long>> changes = new HashMap<>();
        Map<String, String> tenants = new HashMap<>();
        for (var line : new TreeMap<>(lines).entrySet()) {
            String[] name = line.getKey().split("\\.", -1);
            String value = line.getValue().strip();
            if (name.length == 3 && name[0].equals("plan")) {
                changes.computeIfAbsent(name[1], _ -> new TreeMap<>())
                        .put(name[2], number(line.getKey(), value));
            } else if (name.length == 2 && name[0].equals("tenant")) {
                tenants.put(name[1], value);
            } else {
                throw new IllegalArgumentException(
                        "%s is neither plan.PLAN.LIMIT nor tenant.SLUG".formatted(line.getKey()));
            }
        }
        RequestLimits standard =
                changed(RequestLimits.STANDARD, changes.getOrDefault(STANDARD, Map.of()));
        Map<String, RequestLimits> plans = new HashMap<>();
        changes.forEach((plan, limits) -> plans.put(plan, changed(standard, limits)));
        plans.put(STANDARD, standard);
        return new RequestPlans(plans, tenants);
    }

    /** The limits of the tenant with this slug. */
    public RequestLimits of(String tenant) {
        return Objects.requireNonNull(plans.get(tenants.getOrDefault(tenant, STANDARD)));
    }

    private static RequestLimits changed(RequestLimits limits, Map<String, Long> changes) {
        RequestLimits changed = limits;
        for (var change : changes.entrySet()) {
            changed = changed.with(change.getKey(), change.getValue());
        }
        return changed;
    }

    private static long number(String name, String value) {
        if (!value.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("%s is no number: %s".formatted(name, value));
        }
        return Long.parseLong(value);
    }
}
