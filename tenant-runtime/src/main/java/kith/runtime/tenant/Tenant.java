package kith.runtime.tenant;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A tenant as every stage needs it.
 *
 * @param key the integer that leads every key in tables
 * @param slug its permanent short name, lower case, in addresses and as identity organization
 */
public record Tenant(
        int key,
        String slug,
        String name,
        TenantStatus status,
        Currency currency,
        ZoneId zone,
        Locale locale) {}
