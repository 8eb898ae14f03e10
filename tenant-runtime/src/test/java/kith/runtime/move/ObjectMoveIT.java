package kith.runtime.move;

import static kith.runtime.move.Deals.DEAL;
import static kith.runtime.move.Deals.LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kith.runtime.job.JobEngine;
import kith.runtime.job.JobInfo;
import kith.runtime.job.JobState;
import kith.runtime.testing.RuntimeDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ObjectMoveIT {

    private static final int RECORDS = 12_000;

    private static RuntimeDatabase runtime;

    private Deals deals;

    @BeforeAll
    static void open() {
        runtime = RuntimeDatabase.fresh("object_move");
    }

    @AfterAll
    static void close() {
        runtime.close();
    }

    @BeforeEach
    void fill() {
        deals = new Deals(runtime);
        deals.fill(RECORDS);
    }

    @Test
    void movesAllRecordsToATableOfTheirOwnAndBack() {
        String before = deals.rows(DEAL);
        try (JobEngine _ = deals.node(deals.kind())) {
            JobInfo there =
                    deals.ended(deals.toDedicated(DEAL, List.of(List.of("stage", "closeDate"))));

            assertThat(there.state()).isEqualTo(JobState.DONE);
            assertThat(there.progress()).isEqualTo(3L * RECORDS);
            assertThat(deals.table(DEAL)).startsWith("dedicated_");
            assertThat(deals.rows(DEAL)).isEqualTo(before);
            assertThat(deals.countShared(DEAL)).isZero();
            assertThat(Deals.now(deals.stored().of(deals.tenant())))
                    .filteredOn(StoredObject::isDedicated)
                    .singleElement()
                    .satisfies(stored -> {
                        assertThat(stored.name()).isEqualTo(DEAL);
                        assertThat(stored.indexes()).containsExactly(List.of("stage", "closeDate"));
                        assertThat(stored.job()).isEmpty();
                        assertThat(stored.lastMove()).isPresent();
                    });
            assertThat(Deals.now(deals.stored().sizes(deals.tenant())).get(DEAL))
                    .satisfies(size -> {
                        assertThat(size.records()).isEqualTo(RECORDS);
                        assertThat(size.bytes()).isPositive();
                    });

            JobInfo back = deals.ended(deals.toShared(DEAL));

            assertThat(back.state()).isEqualTo(JobState.DONE);
            assertThat(deals.table(DEAL)).isEqualTo("record");
            assertThat(deals.rows(DEAL)).isEqualTo(before);
            assertThat(deals.sql("select count(*) from dedicated_table")).isEqualTo("0");
            assertThat(deals.sql("select count(*) from move_note")).isEqualTo("0");
        }
    }

    @Test
    void writesAndReadsAcrossTables() {
        moved(DEAL);
        UUID customer = deals.create("Customer", Map.of("name", "Acme"));
        UUID deal = deals.create(DEAL, Map.of("name", "Big", "customer", customer, "code", "A"));
        UUID line = deals.create(LINE, Map.of("name", "First", "deal", deal));

        deals.update(DEAL, deal, Map.of("amount", "12.50", "notes", "long"));
        assertThat(deals.read(DEAL, deal).path("amount").asString()).isEqualTo("12.50");
        assertThatThrownBy(() -> deals.create(DEAL, Map.of("name", "Other", "code", "A")))
                .hasMessageContaining("code");

        deals.delete(DEAL, deal);
        assertThat(deals.read(DEAL, deal).isObject()).isFalse();
        assertThat(deals.read(LINE, line).isObject()).isFalse();
        assertThatThrownBy(() -> deals.create(LINE, Map.of("name", "Late", "deal", deal)))
                .hasMessageContaining("Deal");

        deals.requests().restore(DEAL, deal);
        assertThat(deals.read(LINE, line).path("name").asString()).isEqualTo("First");

        deals.requests().destroy(DEAL, deal);
        assertThat(deals.countShared(LINE)).isZero();
        assertThat(deals.count(DEAL)).isEqualTo(RECORDS);
    }

    @Test
    void restoresAndDestroysAllInTheBinThatMatchAcrossTables() {
        moved(DEAL);
        UUID deal = deals.create(DEAL, Map.of("name", "Big", "code", "A"));
        UUID other = deals.create(DEAL, Map.of("name", "Big"));
        UUID line = deals.create(LINE, Map.of("name", "First", "deal", deal));
        deals.create(DEAL, Map.of("name", "Big"));
        deals.delete(DEAL, deal);
        deals.delete(DEAL, other);

        assertThat(deals.requests().restoreAll(DEAL, "Big")).isEqualTo(2);
        assertThat(deals.read(DEAL, other).path("name").asString()).isEqualTo("Big");
        assertThat(deals.read(LINE, line).path("name").asString()).isEqualTo("First");

        deals.delete(DEAL, deal);
        deals.delete(DEAL, other);

        assertThat(deals.requests().destroyAll(DEAL, "Big")).isEqualTo(2);
        assertThat(deals.countShared(LINE)).isZero();
        assertThat(deals.count(DEAL)).isEqualTo(RECORDS + 1);
    }

    @Test
    void goesOnWhereEachStepFailedOnce() {
        Set<String> failed = new HashSet<>();
        SteppedMove stumbling =
                new SteppedMove(
                        deals.kind(),
                        checkpoint -> {
                            if (failed.add(checkpoint)) {
                                throw new IllegalStateException("broken before " + checkpoint);
                            }
                        });
        String before = deals.rows(DEAL);
        try (JobEngine _ = deals.node(stumbling)) {
            assertThat(deals.ended(deals.toDedicated(DEAL, List.of())).state())
                    .isEqualTo(JobState.DONE);
            assertThat(deals.rows(DEAL)).isEqualTo(before);
            assertThat(deals.ended(deals.toShared(DEAL)).state()).isEqualTo(JobState.DONE);
            assertThat(deals.rows(DEAL)).isEqualTo(before);
        }
        assertThat(failed).anyMatch(checkpoint -> checkpoint.startsWith("SWITCH"));
    }

    @Test
    void goesOnOnAnotherNodeWhenOneEnds() throws InterruptedException {
        String before = deals.rows(DEAL);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        SteppedMove halting =
                new SteppedMove(
                        deals.kind(),
                        checkpoint -> {
                            if (checkpoint.startsWith("VERIFY")) {
                                reached.countDown();
                                await(never);
                            }
                        });
        JobEngine first = deals.node(halting);
        UUID job = deals.toDedicated(DEAL, List.of());
        assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
        first.close();

        try (JobEngine _ = deals.node(deals.kind())) {
            assertThat(deals.ended(job).state()).isEqualTo(JobState.DONE);
        }

        assertThat(deals.rows(DEAL)).isEqualTo(before);
        assertThat(deals.countShared(DEAL)).isZero();
    }

    @Test
    void leavesEverythingWhereItIsWhenItIsCancelled() {
        String before = deals.rows(DEAL);
        cancelAt("FOLLOW", () -> deals.toDedicated(DEAL, List.of()));

        assertThat(deals.table(DEAL)).isEqualTo("record");
        assertThat(deals.rows(DEAL)).isEqualTo(before);
        assertThat(deals.sql("select count(*) from dedicated_table")).isEqualTo("0");

        moved(DEAL);
        cancelAt("FOLLOW", () -> deals.toShared(DEAL));

        assertThat(deals.table(DEAL)).startsWith("dedicated_");
        assertThat(deals.rows(DEAL)).isEqualTo(before);
        assertThat(deals.countShared(DEAL)).isZero();
        assertThat(deals.sql("select state || coalesce(job::text, '') from dedicated_table"))
                .isEqualTo("LIVE");
    }

    /** Nobody is at work on it, and yet it has made a table. */
    @Test
    void takesBackAMoveThatWasCancelledBeforeItBegan() {
        UUID job = deals.toDedicated(DEAL, List.of());
        Deals.now(deals.jobs().cancel(deals.caller(), job));
        try (JobEngine _ = deals.node(deals.kind())) {
            assertThat(deals.ended(job).state()).isEqualTo(JobState.CANCELLED);
        }

        assertThat(deals.sql("select count(*) from dedicated_table")).isEqualTo("0");
        assertThat(deals.object(DEAL).home().isMoving()).isFalse();
    }

    @Test
    void refusesWhatCannotMove() {
        assertThatThrownBy(() -> deals.toDedicated("Nothing", List.of()))
                .hasMessageContaining("no object Nothing");
        assertThatThrownBy(() -> deals.toDedicated("User", List.of()))
                .hasMessageContaining("Users stay");
        assertThatThrownBy(() -> deals.toShared(DEAL)).hasMessageContaining("shared table");
        assertThatThrownBy(() -> deals.toDedicated(DEAL, List.of(List.of("notes"))))
                .hasMessageContaining("cannot be indexed");
        deals.toDedicated(DEAL, List.of());
        assertThatThrownBy(() -> deals.toDedicated(DEAL, List.of()))
                .hasMessageContaining("is being moved");
    }

    @Test
    void givesADedicatedTableOtherIndexes() {
        moved(DEAL);
        try (JobEngine _ = deals.node(deals.kind())) {
            deals.ended(deals.toDedicated(DEAL, List.of(List.of("stage", "amount"))));
            assertThat(indexes()).contains("amount");
            deals.ended(deals.toDedicated(DEAL, List.of(List.of("customer"))));
            assertThat(indexes()).isEqualTo("customer");
        }
        assertThat(deals.count(DEAL)).isEqualTo(RECORDS);
    }

    private String indexes() {
        return Deals.now(deals.stored().of(deals.tenant())).stream()
                .filter(StoredObject::isDedicated)
                .flatMap(stored -> stored.indexes().stream())
                .map(fields -> String.join(" ", fields))
                .reduce("", String::concat);
    }

    private void moved(String object) {
        try (JobEngine _ = deals.node(deals.kind())) {
            assertThat(deals.ended(deals.toDedicated(object, List.of())).state())
                    .isEqualTo(JobState.DONE);
        }
    }

    /** Starts a move. */
    private interface Start {
        UUID now();
    }

    private void cancelAt(String stage, Start start) {
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        SteppedMove waiting =
                new SteppedMove(
                        deals.kind(),
                        checkpoint -> {
                            if (checkpoint.startsWith(stage)) {
                                reached.countDown();
                                await(cancelled);
                            }
                        });
        try (JobEngine _ = deals.node(waiting)) {
            UUID job = start.now();
            await(reached);
            Deals.now(deals.jobs().cancel(deals.caller(), job));
            cancelled.countDown();
            assertThat(deals.ended(job).state()).isEqualTo(JobState.CANCELLED);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
