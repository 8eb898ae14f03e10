package kith.runtime.registry;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A tenant to register.
 *
 * @param provisioning a JSON object: what provisioning was asked for
 */
public record NewTenant(
        String slug,
        String name,
        Currency currency,
        ZoneId zone,
        Locale locale,
        String provisioning) {

    public NewTenant {
        TenantSlug.requireUsable(slug);
    }
}
