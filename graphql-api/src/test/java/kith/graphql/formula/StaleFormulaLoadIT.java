package kith.graphql.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kith.runtime.job.JobEngine;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Formulas become stale and right again while people read and write at several nodes. */
class StaleFormulaLoadIT {

    private static RuntimeDatabase database;

    @BeforeAll
    static void open() {
        database = RuntimeDatabase.fresh("stale_formulas_under_load");
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @Timeout(180)
    void isRightWhileWritesGoOnAtSeveralNodes() throws Exception {
        FormulaNode node = FormulaNode.fresh(database);
        FormulaNode other = node.beside();
        UUID region = node.create("Region", "name: \"R\", tax: 10");
        UUID account =
                node.create("Account", "name: \"A\", region: {id: \"%s\"}".formatted(region));
        UUID elsewhere = node.create("Region", "name: \"Elsewhere\", tax: 30");
        node.deals(account, 65);
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        AtomicInteger writes = new AtomicInteger();
        AtomicInteger steps = new AtomicInteger();
        SteppedCatchUp failing =
                new SteppedCatchUp(
                        node.kind(),
                        _ -> {
                            if (steps.incrementAndGet() % 7 == 0) {
                                throw new IllegalStateException("A step fails");
                            }
                        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                JobEngine _ = node.engine(failing);
                JobEngine _ = other.engine(other.kind())) {
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < 4; number++) {
                FormulaNode at = number % 2 == 0 ? node : other;
                Random random = new Random(number);
                running.add(
                        threads.submit(() -> {
                            while (!isOver.get()) {
                                write(at, random, List.of(region, elsewhere), account);
                                writes.incrementAndGet();
                            }
                        }));
            }
            running.add(
                    threads.submit(() -> {
                        while (!isOver.get()) {
                            BothWays.compare(reads.incrementAndGet() % 2 == 0 ? node : other);
                        }
                    }));
            try {
                FormulaNode.await(() -> reads.get() > 40 && writes.get() > 80);
            } finally {
                isOver.set(true);
            }
            for (Future<?> each : running) {
                each.get();
            }
            node.untilStored();
        }
        assertThat(node.differences()).isEqualTo("0");
        BothWays.compare(node);
        BothWays.compare(other);
    }

    /** A write that lost against others too often left nothing behind. */
    private static void write(FormulaNode at, Random random, List<UUID> regions, UUID account) {
        UUID one = regions.get(random.nextInt(2));
        String mutation =
                switch (random.nextInt(5)) {
                    case 0, 1 ->
                            "updateRegion(id: \"%s\", data: {tax: %d}) { id }"
                                    .formatted(one, random.nextInt(90));
                    case 2 ->
                            "createDeal(data: {name: \"N\", amount: \"7.00\", account: {id: \"%s\"}}) { id }"
                                    .formatted(account);
                    case 3 ->
                            "updateAccount(id: \"%s\", data: {region: {id: \"%s\"}}) { id }"
                                    .formatted(account, one);
                    default ->
                            "updateDeals(filter: {name: {eq: \"D%d\"}}, data: {amount: \"%d.25\"}) { count }"
                                    .formatted(random.nextInt(65) + 1, random.nextInt(500));
                };
        JsonNode answer = at.answer("mutation { " + mutation + " }");
        if (answer.has("errors")) {
            assertThat(answer.at("/errors/0/extensions/code").asString())
                    .as(answer.toString())
                    .isIn("CONCURRENT_CHANGE", "DATABASE_BUSY", "CATALOG_CHANGING");
        }
    }
}
