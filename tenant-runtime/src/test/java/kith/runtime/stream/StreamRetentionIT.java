package kith.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamRetentionIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OLD = -24 * 31;

    private static RuntimeDatabase runtime;
    private static Sequencer sequencer;
    private static StreamRetention retention;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("retention");
        sequencer = new Sequencer(runtime.database());
        retention = new StreamRetention(runtime.database(), Clock.systemUTC());
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void removesWhatIsOldAndTellsHowFar() throws SQLException {
        Tenant tenant = runtime.tenant("aged");
        write(tenant, OLD, OLD, 0);
        order(tenant);

        assertThat(expire(tenant)).isEqualTo(2);

        assertThat(order(tenant).expired()).isEqualTo(2);
        assertThat(order(tenant).last()).isEqualTo(3);
        assertThat(expire(tenant)).isZero();
    }

    @Test
    void keepsTheRestWithoutAGap() throws SQLException {
        Tenant tenant = runtime.tenant("mixed");
        write(tenant, OLD, 0, OLD);
        order(tenant);

        assertThat(expire(tenant)).isOne();
        assertThat(
                        runtime.asOwner(
                                tenant,
                                "select string_agg(position::text, ' ' order by position) from outbox"))
                .isEqualTo("2 3");
    }

    @Test
    void keepsWhatNobodyCouldReadYet() throws SQLException {
        Tenant tenant = runtime.tenant("unread");
        order(tenant);
        write(tenant, OLD);

        assertThat(expire(tenant)).isZero();
        assertThat(order(tenant).last()).isOne();
    }

    @Test
    void leavesATenantAloneWhoseStreamNobodyOpened() {
        assertThat(expire(runtime.tenant("never-opened"))).isZero();
    }

    @Test
    void removesAMountainInBatches() throws SQLException {
        Tenant tenant = runtime.tenant("mountain");
        try (HeldTransaction write = new HeldTransaction(runtime, tenant)) {
            write.run(
                    """
                    insert into outbox (tenant, id, object, record, version, kind, at, changes)
                    select %d, gen_random_uuid(), 7, gen_random_uuid(), 1, 'CREATE', now() - interval '40 days', '{}'
                    from generate_series(1, 12000)
                    """
                            .formatted(tenant.key()));
            write.commit();
        }
        order(tenant);

        assertThat(expire(tenant)).isEqualTo(12_000);
        assertThat(order(tenant).expired()).isEqualTo(12_000);
    }

    @Test
    void sweepsTheTenantsThatWereWrittenTo() throws SQLException {
        Tenant tenant = runtime.tenant("swept");
        Tenant other = runtime.tenant("unswept");
        write(tenant, OLD, 0);
        write(other, 0);
        BacklogSweep sweep = new BacklogSweep(sequencer);
        sweep.written(tenant);

        sweep.orderAll().block(LONGEST);
        assertThat(runtime.asOwner(tenant, "select count(position) from outbox")).isEqualTo("2");
        assertThat(runtime.asOwner(other, "select count(position) from outbox")).isEqualTo("0");

        runtime.statements().forget();
        sweep.orderAll().block(LONGEST);
        assertThat(runtime.statements().dataCount()).isZero();
    }

    private static long expire(Tenant tenant) {
        return Objects.requireNonNull(
                retention.expire(TenantExpectation.anyStateOf(tenant.key())).block(LONGEST));
    }

    private static StreamState order(Tenant tenant) {
        return Objects.requireNonNull(
                sequencer.order(TenantExpectation.anyStateOf(tenant.key())).block(LONGEST));
    }

    private static void write(Tenant tenant, int... hoursOff) throws SQLException {
        try (HeldTransaction write = new HeldTransaction(runtime, tenant)) {
            for (int hours : hoursOff) {
                write.write(UUID.randomUUID(), 1, UUID.randomUUID(), hours);
            }
            write.commit();
        }
    }
}
