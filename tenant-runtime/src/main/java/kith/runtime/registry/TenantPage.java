package kith.runtime.registry;

import java.util.List;

/**
 * A part of the registry, by slug.
 *
 * @param total how many tenants the whole list has
 * @param hasNext whether more follow the last one
 */
public record TenantPage(List<RegisteredTenant> tenants, long total, boolean hasNext) {

    public TenantPage {
        tenants = List.copyOf(tenants);
    }
}
