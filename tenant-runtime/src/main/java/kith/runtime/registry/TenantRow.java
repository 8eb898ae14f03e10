package kith.runtime.registry;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import kith.runtime.tenant.Tenant;
import kith.runtime.tenant.TenantStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A row of the table {@code tenant}, as far as the registry reads it. */
@Table("tenant")
record TenantRow(
        @Id int key,
        String slug,
        String name,
        String status,
        String currency,
        String zone,
        String locale,
        @Nullable String organization,
        long catalogVersion,
        @Nullable Json provisioning,
        Instant createdAt) {

    RegisteredTenant tenant() {
        return new RegisteredTenant(
                new Tenant(
                        key,
                        slug,
                        name,
                        TenantStatus.valueOf(status),
                        Currency.getInstance(currency),
                        ZoneId.of(zone),
                        Locale.forLanguageTag(locale)),
                Optional.ofNullable(organization),
                catalogVersion,
                provisioning == null ? "null" : provisioning.asString(),
                createdAt);
    }
}
