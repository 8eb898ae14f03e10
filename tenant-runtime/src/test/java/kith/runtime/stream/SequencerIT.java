package kith.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kith.metadata.problem.ProblemException;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SequencerIT {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static RuntimeDatabase runtime;
    private static Sequencer sequencer;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("sequencer");
        sequencer = new Sequencer(runtime.database(), 3);
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void beginsAnEmptyStreamAtNothing() {
        Tenant tenant = runtime.tenant("empty");

        StreamState state = order(tenant);

        assertThat(state.last()).isZero();
        assertThat(state.expired()).isZero();
        assertThat(order(tenant)).isEqualTo(state);
    }

    @Test
    void asksOnceWhereNothingIsNew() throws SQLException {
        Tenant tenant = runtime.tenant("quiet");
        commit(tenant, 2);
        order(tenant);
        runtime.statements().forget();

        order(tenant);

        assertThat(runtime.statements().dataCount()).isOne();
        assertThat(runtime.statements().controlCount()).isZero();
    }

    @Test
    void givesALateCommitALaterPosition() throws SQLException {
        Tenant tenant = runtime.tenant("late");
        UUID early = UUID.randomUUID();
        try (HeldTransaction held = new HeldTransaction(runtime, tenant)) {
            held.write(early, 1, UUID.randomUUID(), 0);
            commit(tenant, 1);
            assertThat(order(tenant).last()).isOne();

            held.commit();
        }

        assertThat(order(tenant).last()).isEqualTo(2);
        assertThat(position(tenant, early, 1)).isEqualTo("2");
    }

    @Test
    void followsVersionsWhateverTheClocksSay() throws SQLException {
        Tenant tenant = runtime.tenant("clocks");
        UUID record = UUID.randomUUID();
        for (int version = 1; version <= 7; version++) {
            try (HeldTransaction write = new HeldTransaction(runtime, tenant)) {
                write.write(record, version, new UUID(10 - version, version), -version);
                write.commit();
            }
        }

        assertThat(order(tenant).last()).isEqualTo(7);
        for (int version = 1; version <= 7; version++) {
            assertThat(position(tenant, record, version)).isEqualTo(String.valueOf(version));
        }
    }

    @Test
    void putsTheNextLifeOfAnIdBehindTheOneThatWasDestroyed() throws SQLException {
        Tenant tenant = runtime.tenant("lives");
        UUID record = UUID.randomUUID();
        for (int version : new int[] {1, 2, 3, 1, 2}) {
            try (HeldTransaction write = new HeldTransaction(runtime, tenant)) {
                write.write(record, version, UUID.randomUUID(), 0);
                write.commit();
            }
        }

        order(tenant);

        assertThat(
                        runtime.asOwner(
                                tenant,
                                "select string_agg(version::text, ' ' order by position) from outbox"))
                .isEqualTo("1 2 3 1 2");
    }

    @Test
    void waitsForTheLeaseAndGoesOnBehindItsHolder() throws Exception {
        Tenant tenant = runtime.tenant("leased");
        commit(tenant, 1);
        order(tenant);
        try (HeldTransaction holder = new HeldTransaction(runtime, tenant)) {
            holder.run("select 1 from stream where tenant = %d for update".formatted(tenant.key()));
            commit(tenant, 1);
            holder.run("update stream set last_position = 5");
            CompletableFuture<Long> waiting =
                    CompletableFuture.supplyAsync(() -> order(tenant).last());
            awaitWaiting();

            holder.commit();

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(6);
        }
    }

    @Test
    void leavesOtherTenantsAlone() throws SQLException {
        Tenant mine = runtime.tenant("mine");
        Tenant theirs = runtime.tenant("theirs");
        commit(mine, 4);
        commit(theirs, 1);

        assertThat(order(mine).last()).isEqualTo(4);

        assertThat(runtime.asOwner(theirs, "select count(position) from outbox")).isEqualTo("0");
        assertThat(order(theirs).last()).isOne();
        assertThat(order(theirs).mark()).isNotEqualTo(order(mine).mark());
    }

    @Test
    void ordersNothingOfATenantThatMayNotWork() throws SQLException {
        Tenant tenant = runtime.tenant("suspended");
        commit(tenant, 1);
        runtime.asOwner(
                tenant, "update tenant set status = 'SUSPENDED' where key = " + tenant.key());

        assertThatThrownBy(() ->
                        sequencer
                                .order(
                                        new TenantExpectation(
                                                tenant.key(), OptionalLong.empty(), true))
                                .block(LONGEST))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("TENANT_SUSPENDED");
    }

    private static StreamState order(Tenant tenant) {
        return Objects.requireNonNull(
                sequencer.order(TenantExpectation.anyStateOf(tenant.key())).block(LONGEST));
    }

    private static void commit(Tenant tenant, int changes) throws SQLException {
        try (HeldTransaction write = new HeldTransaction(runtime, tenant)) {
            for (int number = 0; number < changes; number++) {
                write.write(UUID.randomUUID(), 1, UUID.randomUUID(), 0);
            }
            write.commit();
        }
    }

    private static String position(Tenant tenant, UUID record, int version) {
        return runtime.asOwner(
                tenant,
                "select position from outbox where record = '%s' and version = %d"
                        .formatted(record, version));
    }

    private static void awaitWaiting() throws SQLException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!runtime.asApplication(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                .equals("1")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Nobody waits for the lease");
            }
        }
    }
}
