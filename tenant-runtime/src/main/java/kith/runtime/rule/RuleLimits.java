package kith.runtime.rule;

import kith.runtime.tenant.Tenant;
import kith.script.Limits;

/** Port: what the rules of one transaction of a tenant may spend, by the tenant's plan. */
@FunctionalInterface
public interface RuleLimits {

    Limits of(Tenant tenant);
}
