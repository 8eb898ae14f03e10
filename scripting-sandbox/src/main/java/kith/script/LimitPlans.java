package kith.script;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The limits of tenants by their plans, none beyond the operator's bounds. Written as {@code
 * bound.fuel = 50000000}, {@code plan.free.fuel = 5000000}, {@code tenant.acme = free}; the plan
 * {@code standard} is that of tenants without another one. What a plan leaves out is as standard.
 */
public record LimitPlans(Limits bounds, Map<String, Limits> plans, Map<String, String> tenants) {

    private static final String STANDARD = "standard";

    public LimitPlans {
        plans = Map.copyOf(plans);
        tenants = Map.copyOf(tenants);
        for (var plan : plans.entrySet()) {
            plan.getValue()
                    .firstBeyond(bounds)
                    .ifPresent(limit -> {
                        throw new IllegalArgumentException(
                                "%s of plan %s is beyond its bound"
                                        .formatted(limit, plan.getKey()));
                    });
        }
        for (var tenant : tenants.entrySet()) {
            if (!plans.containsKey(tenant.getValue())) {
                throw new IllegalArgumentException(
                        "tenant %s has no known plan: %s"
                                .formatted(tenant.getKey(), tenant.getValue()));
            }
        }
    }

    /** Everybody has the same limits. */
    public static LimitPlans standard() {
        return new LimitPlans(
                Limits.asynchronous(), Map.of(STANDARD, Limits.synchronous()), Map.of());
    }

    /**
     * Reads the written form.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static LimitPlans parse(Map<String, String> lines) {
        Limits bounds = Limits.asynchronous();
        Limits standard = Limits.synchronous();
        Map<String, Map<String, Long>> changes = new HashMap<>();
        Map<String, String> tenants = new HashMap<>();
        for (var line : new TreeMap<>(lines).entrySet()) {
            String[] name = line.getKey().split("\\.", -1);
            String value = line.getValue().strip();
            if (name.length == 2 && name[0].equals("bound")) {
                bounds = bounds.with(name[1], number(line.getKey(), value));
            } else if (name.length == 3 && name[0].equals("plan")) {
                changes.computeIfAbsent(name[1], _ -> new TreeMap<>())
                        .put(name[2], number(line.getKey(), value));
            } else if (name.length == 2 && name[0].equals("tenant")) {
                tenants.put(name[1], value);
            } else {
                throw new IllegalArgumentException(
                        "%s is neither bound.LIMIT nor plan.PLAN.LIMIT nor tenant.SLUG"
                                .formatted(line.getKey()));
            }
        }
        standard = changed(standard, changes.getOrDefault(STANDARD, Map.of()));
        Map<String, Limits> plans = new HashMap<>();
        plans.put(STANDARD, standard);
        for (var change : changes.entrySet()) {
            plans.put(change.getKey(), changed(standard, change.getValue()));
        }
        return new LimitPlans(bounds, plans, tenants);
    }

    /** The limits of the tenant with this slug. */
    public Limits of(String tenant) {
        Limits limits = plans.get(tenants.getOrDefault(tenant, STANDARD));
        if (limits == null) {
            throw new IllegalStateException("there is always a standard plan");
        }
        return limits;
    }

    private static Limits changed(Limits limits, Map<String, Long> changes) {
        Limits changed = limits;
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
