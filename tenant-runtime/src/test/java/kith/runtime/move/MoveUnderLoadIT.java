package kith.runtime.move;

import static kith.runtime.move.Deals.DEAL;
import static kith.runtime.move.Deals.LINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobState;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What was acknowledged while an object moved is there afterwards, once and as it was written. */
class MoveUnderLoadIT {

    private static final int RECORDS = 15_000;
    private static final int WRITERS = 4;

    private static RuntimeDatabase runtime;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("move_under_load");
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @Test
    void losesAndDoublesNothing() throws ExecutionException, InterruptedException {
        Deals deals = new Deals(runtime);
        deals.fill(RECORDS);
        AtomicBoolean isOver = new AtomicBoolean();
        List<Worker> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                JobEngine _ = deals.node(deals.kind())) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < WRITERS; number++) {
                // Every second one works on a node of its own, which hears of no change.
                Worker worker =
                        new Worker(
                                number % 2 == 0 ? deals : new Deals(runtime, deals.tenant()),
                                number,
                                isOver);
                workers.add(worker);
                running.add(threads.submit(worker::work));
            }
            assertThat(
                            deals.ended(
                                            deals.toDedicated(
                                                    DEAL, List.of(List.of("stage", "closeDate"))))
                                    .state())
                    .isEqualTo(JobState.DONE);
            assertThat(deals.countShared(DEAL)).isZero();
            assertThat(deals.ended(deals.toShared(DEAL)).state()).isEqualTo(JobState.DONE);
            isOver.set(true);
            for (Future<?> each : running) {
                each.get();
            }
        }
        compare(deals, workers);
        assertThat(deals.table(DEAL)).isEqualTo("record");
        assertThat(deals.sql("select count(*) from dedicated_table")).isEqualTo("0");
        assertThat(workers).allSatisfy(worker -> assertThat(worker.writes.get()).isGreaterThan(20));
    }

    /** Each worker's own records are as it left them; nobody else touched these or any others. */
    private static void compare(Deals deals, List<Worker> workers) {
        int kept = 0;
        for (Worker worker : workers) {
            for (Map.Entry<UUID, Optional<String>> each : worker.expected.entrySet()) {
                String found =
                        deals.sql(
                                "select (%s)::text || ' ' || version || ' ' || (deleted_at is not null) from record where id = '%s'"
                                        .formatted(
                                                deals.object(DEAL)
                                                        .field("amount")
                                                        .orElseThrow()
                                                        .storage(),
                                                each.getKey()));
                assertThat(found).isEqualTo(each.getValue().orElse(""));
                kept += each.getValue().isPresent() ? 1 : 0;
            }
        }
        assertThat(deals.count(DEAL)).isEqualTo(RECORDS + kept);
        assertThat(
                        deals.sql(
                                "select count(*) from unique_value where field = '%s'"
                                        .formatted(
                                                deals.object(DEAL)
                                                        .field("code")
                                                        .orElseThrow()
                                                        .id())))
                .isEqualTo(
                        String.valueOf(
                                workers.stream()
                                        .flatMap(worker -> worker.expected.values().stream())
                                        .flatMap(Optional::stream)
                                        .filter(row -> row.endsWith("false"))
                                        .count()));
        assertThat(
                        deals.sql(
                                """
                                select count(*) from (select record, version from outbox where object = %d
                                group by record, version having count(*) > 1) twice
                                """
                                        .formatted(deals.object(DEAL).key())))
                .isEqualTo("0");
    }

    /** Somebody who writes, and reads what was just written. */
    private static final class Worker {

        private final Deals deals;
        private final int number;
        private final AtomicBoolean isOver;
        private final Random random;
        private final Map<UUID, Optional<String>> expected = new HashMap<>();
        private final Map<UUID, Integer> versions = new HashMap<>();
        private final List<UUID> live = new ArrayList<>();
        private final List<UUID> deleted = new ArrayList<>();
        private final AtomicInteger writes = new AtomicInteger();

        Worker(Deals deals, int number, AtomicBoolean isOver) {
            this.deals = deals;
            this.number = number;
            this.isOver = isOver;
            this.random = new Random(number);
        }

        void work() {
            while (!isOver.get()) {
                int dice = random.nextInt(10);
                if (live.isEmpty() || dice < 3) {
                    create();
                } else if (dice < 7) {
                    update(live.get(random.nextInt(live.size())));
                } else if (dice < 8) {
                    delete();
                } else if (dice < 9 && !deleted.isEmpty()) {
                    restore();
                } else {
                    destroy();
                }
                writes.incrementAndGet();
            }
        }

        private void create() {
            int amount = random.nextInt(10_000);
            UUID id =
                    deals.create(
                            DEAL,
                            Map.of(
                                    "name", "Made by " + number,
                                    "amount", Integer.toString(amount),
                                    "code", number + "-" + writes.get()));
            live.add(id);
            become(id, amount, 1, false);
            seen(id, amount);
            if (random.nextInt(3) == 0) {
                deals.create(LINE, Map.of("name", "Line", "deal", id));
            }
        }

        private void update(UUID id) {
            int amount = random.nextInt(10_000);
            deals.update(
                    DEAL, id, Map.of("amount", amount + ".00", "notes", "Note " + writes.get()));
            become(id, amount, version(id) + 1, false);
            seen(id, amount);
        }

        private void delete() {
            UUID id = live.remove(random.nextInt(live.size()));
            deals.delete(DEAL, id);
            deleted.add(id);
            again(id, true);
            assertThat(deals.read(DEAL, id).isObject()).isFalse();
        }

        private void restore() {
            UUID id = deleted.remove(random.nextInt(deleted.size()));
            deals.requests().restore(DEAL, id);
            live.add(id);
            again(id, false);
            assertThat(deals.read(DEAL, id).isObject()).isTrue();
        }

        private void destroy() {
            UUID id = live.remove(random.nextInt(live.size()));
            deals.requests().destroy(DEAL, id);
            expected.put(id, Optional.empty());
            assertThat(deals.read(DEAL, id).isObject()).isFalse();
        }

        private void seen(UUID id, int amount) {
            JsonNode read = deals.read(DEAL, id);
            assertThat(read.path("amount").asString()).isEqualTo(amount + ".00");
            assertThat(read.path("version").asInt()).isEqualTo(version(id));
        }

        private void become(UUID id, int amount, int version, boolean isDeleted) {
            versions.put(id, version);
            expected.put(id, Optional.of(amount * 100L + " " + version + " " + isDeleted));
        }

        private int version(UUID id) {
            return Objects.requireNonNull(versions.get(id));
        }

        private void again(UUID id, boolean isDeleted) {
            String amount =
                    Objects.requireNonNull(expected.get(id)).orElseThrow().split(" ", -1)[0];
            int version = versions.merge(id, 1, Integer::sum);
            expected.put(id, Optional.of(amount + " " + version + " " + isDeleted));
        }
    }
}
