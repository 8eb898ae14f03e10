package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kith.metadata.catalog.Catalog;
import kith.metadata.problem.ProblemException;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several people of two tenants make, change, move, delete, restore and destroy the same records at
 * once; afterwards every result is what its records say.
 */
class RollUpLedgerIT {

    private static final int WRITERS = 4;
    private static final int WRITES = 60;

    @ParameterizedTest
    @ValueSource(longs = {20_261_122, 7})
    void agreesWithTheRecordsAfterParallelWriters(long seed) throws Exception {
        Catalog catalog = SampleCatalog.read("/rollup/catalog.yaml").content().at(0);
        try (Writing writing = new Writing("roll_up_ledger");
                ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS)) {
            List<Future<Integer>> done = new ArrayList<>();
            List<Writing.As> tenants =
                    List.of(writing.as("acme", catalog), writing.as("globex", catalog));
            for (Writing.As tenant : tenants) {
                Traffic traffic = new Traffic(tenant);
                for (int writer = 0; writer < WRITERS; writer++) {
                    done.add(threads.submit(traffic.writer(new Random(seed + writer))));
                }
            }
            int written = 0;
            for (Future<Integer> one : done) {
                written += one.get();
            }

            assertThat(written).isGreaterThan(tenants.size() * WRITERS * WRITES / 2);
            for (Writing.As tenant : tenants) {
                assertThat(new Ledger(tenant).differences()).isEmpty();
            }
        }
    }

    /** What the writers of one tenant do to its records. */
    private static final class Traffic {

        private final Writing.As tenant;
        private final List<UUID> accounts = new ArrayList<>();
        private final List<UUID> deals = new CopyOnWriteArrayList<>();

        Traffic(Writing.As tenant) {
            this.tenant = tenant;
            for (int account = 0; account < 3; account++) {
                accounts.add(tenant.create("Account", Map.of("name", "A" + account)));
            }
        }

        /** How many writes were not refused: another writer may have taken the record away. */
        Callable<Integer> writer(Random random) {
            return () -> {
                int written = 0;
                for (int write = 0; write < WRITES; write++) {
                    try {
                        write(random);
                        written++;
                    } catch (ProblemException gone) {
                        assertThat(gone.problems())
                                .extracting(problem -> problem.code().name())
                                .isSubsetOf(
                                        "RECORD_NOT_FOUND",
                                        "RECORD_NOT_DELETED",
                                        "REFERENCE_NOT_FOUND",
                                        "PARENT_DELETED");
                    }
                }
                return written;
            };
        }

        private void write(Random random) {
            int kind = deals.size() < 8 ? 0 : random.nextInt(12);
            switch (kind) {
                case 0, 1 -> deals.add(tenant.create("Deal", deal(random)));
                case 2 -> {
                    List<Map<String, Object>> batch = new ArrayList<>();
                    for (int index = 0; index < 3; index++) {
                        batch.add(deal(random));
                    }
                    tenant.write(tenant.creations("Deal", batch))
                            .get("created")
                            .forEach(made -> deals.add(UUID.fromString(made.get("id").asString())));
                }
                case 3, 4, 5 ->
                        tenant.write(tenant.update("Deal", any(deals, random), deal(random)));
                case 6 ->
                        tenant.write(
                                tenant.updateWhere(
                                        "Deal",
                                        tenant.oneOf(
                                                "Deal", any(deals, random), any(deals, random)),
                                        deal(random)));
                case 7 -> tenant.write(tenant.delete("Deal", any(deals, random)));
                case 8 -> tenant.write(tenant.restore("Deal", any(deals, random)));
                case 9 -> tenant.write(tenant.destroy("Deal", any(deals, random)));
                case 10 ->
                        tenant.create(
                                "Line",
                                Map.of(
                                        "name", "L",
                                        "deal", Writing.byId(any(deals, random)),
                                        "amount", amount(random)));
                default ->
                        tenant.write(
                                tenant.update(
                                        "Account",
                                        any(accounts, random),
                                        Map.of("parent", Writing.byId(any(accounts, random)))));
            }
        }

        private Map<String, Object> deal(Random random) {
            Map<String, Object> values = new HashMap<>();
            values.put("name", "D");
            values.put(
                    "account", random.nextInt(5) == 0 ? null : Writing.byId(any(accounts, random)));
            values.put("stage", List.of("Open", "Won", "Lost").get(random.nextInt(3)));
            values.put("amount", random.nextInt(6) == 0 ? null : amount(random));
            values.put("pieces", random.nextInt(4));
            values.put("share", BigDecimal.valueOf(random.nextInt(10_000), 2));
            values.put("closeDate", LocalDate.of(2026, 1, 1 + random.nextInt(9)).toString());
            values.put("dueDate", LocalDate.of(2026, 1, 1 + random.nextInt(9)).toString());
            values.put("calledAt", "2026-01-01T0" + random.nextInt(10) + ":00:00Z");
            return values;
        }

        private static BigDecimal amount(Random random) {
            return BigDecimal.valueOf(random.nextInt(6_000), 2);
        }

        private static UUID any(List<UUID> ids, Random random) {
            return ids.get(random.nextInt(ids.size()));
        }
    }
}
