package kith.runtime.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import kith.runtime.sql.Sql;
import kith.runtime.sql.TenantExpectation;
import kith.runtime.tenant.Tenant;
import kith.runtime.testing.RuntimeDatabase;
import kith.runtime.testing.SampleRecords;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Several writers that hold transactions open and commit them in another order than they wrote in,
 * with clocks hours apart; several sequencers; and a reader that follows by position while they
 * work.
 */
class ConcurrentOrderIT {

    private static final int WRITERS = 4;
    private static final int SEQUENCERS = 3;
    private static final int HELD_BY_EACH = 3;
    private static final int STEPS = 250;
    private static final int RECORDS = 20;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Test
    void tellsEachChangeOnceAndEachRecordInTheOrderOfItsVersions() throws Exception {
        try (RuntimeDatabase runtime = RuntimeDatabase.fresh("concurrent_order");
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Tenant tenant = runtime.tenant("busy");
            makeRecords(runtime, tenant);
            AtomicInteger writing = new AtomicInteger(WRITERS);
            List<Future<?>> all = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(writer);
                int hoursOff = writer * 5 - 8;
                all.add(
                        threads.submit(
                                finally_(
                                        () -> write(runtime, tenant, random, hoursOff),
                                        writing::decrementAndGet)));
            }
            for (int sequencer = 0; sequencer < SEQUENCERS; sequencer++) {
                int atOnce = 5 + sequencer * 4;
                all.add(
                        threads.submit(() -> {
                            while (writing.get() > 0) {
                                order(runtime, tenant, atOnce);
                            }
                            return atOnce;
                        }));
            }
            Future<List<Change>> followed = threads.submit(() -> follow(runtime, tenant, writing));
            for (Future<?> each : all) {
                each.get(2, TimeUnit.MINUTES);
            }

            assertComplete(runtime, tenant, followed.get(1, TimeUnit.MINUTES));
        }
    }

    private static void assertComplete(
            RuntimeDatabase runtime, Tenant tenant, List<Change> changes) {
        assertThat(runtime.asOwner(tenant, "select count(*) from outbox"))
                .isEqualTo(String.valueOf(changes.size()));
        assertThat(changes).hasSizeGreaterThan(WRITERS * STEPS / 4);
        assertThat(changes.stream().map(Change::position))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, changes.size()).boxed().toList());
        Map<String, Integer> versions = new HashMap<>();
        assertThat(changes)
                .allSatisfy(change ->
                        assertThat(change.version())
                                .isEqualTo(versions.merge(change.record(), 1, Integer::sum)));
    }

    /** Takes random steps with several transactions that are open at once. */
    private static int write(RuntimeDatabase runtime, Tenant tenant, Random random, int hoursOff)
            throws SQLException {
        List<HeldTransaction> held = new ArrayList<>();
        for (int number = 0; number < HELD_BY_EACH; number++) {
            held.add(new HeldTransaction(runtime, tenant));
        }
        int written = 0;
        for (int step = 0; step < STEPS; step++) {
            HeldTransaction one = held.get(random.nextInt(HELD_BY_EACH));
            if (random.nextInt(3) == 0) {
                one.commit();
            } else if (one.change(
                    SampleRecords.id(random.nextInt(RECORDS)),
                    new UUID(random.nextLong(), random.nextLong()),
                    hoursOff)) {
                written++;
            }
        }
        for (HeldTransaction one : held) {
            one.commit();
            one.close();
        }
        return written;
    }

    /** Reads on from where it is until the writers are done and nothing is left. */
    private static List<Change> follow(
            RuntimeDatabase runtime, Tenant tenant, AtomicInteger writing) {
        List<Change> changes = new ArrayList<>();
        boolean isLast = false;
        while (true) {
            long after = changes.isEmpty() ? 0 : changes.getLast().position();
            List<Change> page = read(runtime, tenant, after);
            changes.addAll(page);
            if (page.isEmpty()) {
                if (isLast) {
                    return changes;
                }
                isLast = writing.get() == 0;
                order(runtime, tenant, 100);
            }
        }
    }

    private static List<Change> read(RuntimeDatabase runtime, Tenant tenant, long after) {
        byte[] page =
                runtime.database()
                        .read(
                                TenantExpectation.anyStateOf(tenant.key()),
                                Sql.of(
                                        """
                                        (select coalesce(json_agg(json_build_array(p.position, p.record, p.version)), '[]')
                                        from (select position, record, version from outbox
                                            where tenant = {} and position > {} order by position limit 10) p)\
                                        """,
                                        Sql.bind(tenant.key()),
                                        Sql.bind(after)))
                        .block(LONGEST);
        List<Change> changes = new ArrayList<>();
        for (JsonNode change : JsonMapper.shared().readTree(page)) {
            changes.add(
                    new Change(
                            change.get(0).asLong(),
                            change.get(1).asString(),
                            change.get(2).asInt()));
        }
        return changes;
    }

    private static void order(RuntimeDatabase runtime, Tenant tenant, int atOnce) {
        new Sequencer(runtime.database(), atOnce)
                .order(TenantExpectation.anyStateOf(tenant.key()))
                .block(LONGEST);
    }

    private static void makeRecords(RuntimeDatabase runtime, Tenant tenant) throws SQLException {
        try (HeldTransaction all = new HeldTransaction(runtime, tenant)) {
            for (int number = 0; number < RECORDS; number++) {
                all.make(SampleRecords.id(number));
            }
            all.commit();
        }
    }

    private static <T> Callable<T> finally_(Callable<T> work, Runnable end) {
        return () -> {
            try {
                return work.call();
            } finally {
                end.run();
            }
        };
    }

    /** A change as the reader was told it. */
    private record Change(long position, String record, int version) {}
}
