package kith.runtime.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.Test;

class PostgresTenantRowsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void removesChangesWithAndWithoutAPosition() {
        try (RuntimeDatabase runtime = RuntimeDatabase.fresh("tenant_rows")) {
            Tenant erased = runtime.tenant("erased");
            Tenant other = runtime.tenant("other");
            for (Tenant tenant : new Tenant[] {erased, other}) {
                runtime.asOwner(
                        tenant,
                        """
                        insert into outbox (tenant, id, object, record, version, kind, at, changes, position)
                        select %d, gen_random_uuid(), 1, gen_random_uuid(), 1, 'CREATE', now(), '{}', case when n > 4 then n end
                        from generate_series(1, 10) n; select 1
                        """
                                .formatted(tenant.key()));
            }
            TenantRows rows = new PostgresTenantRows(runtime.database());

            assertThat(rows.removeSome(erased, "outbox").block(PATIENCE)).isEqualTo(10);
            assertThat(rows.removeSome(erased, "outbox").block(PATIENCE)).isZero();

            assertThat(runtime.asOwner(erased, "select count(*) from outbox")).isEqualTo("0");
            assertThat(runtime.asOwner(other, "select count(*) from outbox")).isEqualTo("10");
        }
    }
}
