package kith.runtime.catalog;

import static kith.runtime.catalog.CatalogFixture.administrator;
import static kith.runtime.catalog.CatalogFixture.now;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kith.metadata.ComponentRef;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Storage;
import kith.metadata.change.AffectedRecords;
import kith.metadata.change.ChangeOutcome;
import kith.metadata.change.ChangeRefusal;
import kith.metadata.change.ComponentChange;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.testing.RuntimeDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Values move into an indexed slot when their field becomes indexed. */
class IndexedMoveIT {

    private static RuntimeDatabase database;

    private Guests guests;

    @BeforeAll
    static void start() {
        database = RuntimeDatabase.fresh("indexed_move");
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void newTenant() {
        guests = new Guests(database);
    }

    @Test
    void movesTheValuesAndLeavesTheOldSlotEmptyAndFree() {
        guests.add(500, "code", "'c' || n");
        String left = guests.home("code");

        ChangeOutcome outcome = guests.put("code", "text", "indexed: true");

        assertThat(outcome.problems()).isEmpty();
        assertThat(outcome.affected())
                .containsExactly(
                        new AffectedRecords(
                                ComponentRef.field("Guest", "code"),
                                AffectedRecords.Kind.MOVED,
                                500));
        assertThat(((Storage.Slot) guests.field("code").storage()).isIndexed()).isTrue();
        assertThat(guests.count("record where %s is not null".formatted(left))).isZero();
        assertThat(
                        guests.count(
                                "record where name = 'Guest ' || substr(%s, 2) and version = 1"
                                        .formatted(guests.home("code"))))
                .isEqualTo(500);
        assertThat(guests.count("outbox")).isZero();
        guests.put("next", "text", "");
        assertThat(guests.home("next")).isEqualTo(left);
    }

    @Test
    void findsValuesByTheIndexOfTheNewSlot() throws SQLException {
        guests.add(5_000, "code", "'c' || n");
        guests.put("code", "text", "indexed: true");
        guests.sql("analyze record");

        String plan =
                database.asApplication(
                        """
                        set kith.tenant = '%1$d';
                        explain (format json) select id from record
                        where tenant = %1$d and object = %2$d and %3$s = 'c77' and deleted_at is null
                        """
                                .formatted(
                                        guests.tenant().key(),
                                        guests.object().key(),
                                        guests.home("code")));

        assertThat(plan).contains("record_" + guests.home("code"));
    }

    @Test
    void movesValuesOfEveryIndexableTypeOutOfTheOverflow() {
        List<String> types =
                List.of(
                        "text",
                        "number\ndigits: 10\ndecimals: 3",
                        "date",
                        "dateTime",
                        "boolean",
                        "currency");
        List<String> values =
                List.of("text", "1.5", "2026-02-03", "2026-02-03T10:00:00Z", "true", "7.25");
        for (int number = 0; number < types.size(); number++) {
            fillSlots(types.get(number), number);
            guests.put("moved" + number, types.get(number), "");
            assertThat(guests.field("moved" + number).storage())
                    .isInstanceOf(Storage.Overflow.class);
        }
        Map<String, Object> given = new HashMap<>(Map.of("name", "Ann"));
        for (int number = 0; number < values.size(); number++) {
            given.put("moved" + number, number == 4 ? true : (Object) values.get(number));
        }
        now(guests.write(catalog(), given));

        for (int number = 0; number < types.size(); number++) {
            ChangeOutcome outcome =
                    guests.put("moved" + number, types.get(number), "indexed: true");
            assertThat(outcome.problems()).isEmpty();
        }
        given.put("name", "Bob");
        now(guests.write(catalog(), given));

        for (int number = 0; number < types.size(); number++) {
            assertThat(
                            guests.count(
                                    "(select distinct %s from record) r"
                                            .formatted(guests.home("moved" + number))))
                    .isEqualTo(1);
        }
    }

    @Test
    void refusesToMoveTheValuesOfTooManyRecords() {
        guests.add(10_001, "code", "null");

        ChangeOutcome outcome = guests.put("code", "text", "indexed: true");

        assertThat(Guests.codes(outcome)).containsExactly(ChangeRefusal.TOO_MANY_RECORDS);
        assertThat(Guests.messages(outcome).getFirst()).startsWith("10001 records have to be gone");
        assertThat(outcome.problems().getFirst().problem().hint()).isPresent();
    }

    @Test
    void leavesValuesWhereTheyAreWhenAFieldIsIndexedNoLonger() {
        guests.put("code", "text", "indexed: true");
        guests.add(3, "code", "'c'");
        String home = guests.home("code");

        ChangeOutcome off = guests.put("code", "text", "");
        ChangeOutcome on = guests.put("code", "text", "indexed: true");

        assertThat(off.affected()).isEmpty();
        assertThat(on.affected()).isEmpty();
        assertThat(guests.home("code")).isEqualTo(home);
    }

    @Test
    void fillsAndMovesInOneChange() {
        guests.add("code", "null");
        guests.add("code", "'b'");

        ChangeOutcome outcome =
                guests.put("code", "text", "externalId: true\nrequired: true\ndefault: a");

        assertThat(outcome.problems()).isEmpty();
        assertThat(
                        guests.sql(
                                "select string_agg(%1$s, ' ' order by %1$s) from record"
                                        .formatted(guests.home("code"))))
                .isEqualTo("a b");
        assertThat(guests.sql("select string_agg(value, ' ' order by value) from unique_value"))
                .isEqualTo("a b");
    }

    @Test
    void goesBackToAnEarlierStateWithoutMovingBack() {
        guests.add("code", "'c'");
        guests.put("code", "text", "indexed: true");
        String home = guests.home("code");
        guests.node()
                .change(
                        guests.tenant(),
                        new ComponentChange.Remove(ComponentRef.field("Guest", "code")));

        ChangeOutcome back =
                now(
                        guests.node()
                                .changes()
                                .rollback(administrator(guests.tenant()), 1, "back", false));

        assertThat(back.problems()).isEmpty();
        assertThat(guests.field("code").definition().isIndexed()).isFalse();
        assertThat(guests.home("code")).isEqualTo(home);
        assertThat(guests.count("record where %s = 'c'".formatted(home))).isEqualTo(1);
    }

    @Test
    void losesNothingThatIsWrittenMeanwhile() {
        guests.add(5_000, "code", "'c'");
        List<CompletableFuture<byte @Nullable []>> writes = new ArrayList<>();
        CompletableFuture<@Nullable ChangeOutcome> change = new CompletableFuture<>();
        for (int number = 0; number < 60; number++) {
            if (number == 20) {
                change =
                        guests.node()
                                .changes()
                                .apply(
                                        administrator(guests.tenant()),
                                        CatalogFixture.request(
                                                Guests.document("code", "text", "indexed: true")))
                                .toFuture();
            }
            writes.add(written("w" + number).toFuture());
        }
        writes.forEach(CompletableFuture::join);
        change.join();

        now(written("last"));

        assertThat(((Storage.Slot) guests.field("code").storage()).isIndexed()).isTrue();
        assertThat(guests.count("record where %s ~ '^(w|last)'".formatted(guests.home("code"))))
                .isEqualTo(61);
        assertThat(guests.count("record where %s = 'c'".formatted(guests.home("code"))))
                .isEqualTo(5_000);
    }

    /** As a request does: what finds a newer catalog is bound anew. */
    private Mono<byte[]> written(String code) {
        Catalog known = catalog();
        return written(known, code)
                .onErrorResume(
                        CatalogOutdatedException.class,
                        outdated ->
                                guests.node()
                                        .catalogs()
                                        .atLeast(guests.tenant(), outdated.actualVersion())
                                        .flatMap(found -> written(found, code)));
    }

    private Mono<byte[]> written(Catalog bound, String code) {
        return guests.write(bound, Map.of("name", code, "code", code));
    }

    private Catalog catalog() {
        return guests.node().catalog(guests.tenant());
    }

    /** Takes all slots of the type that carry no index. */
    private void fillSlots(String type, int run) {
        StringBuilder fields = new StringBuilder();
        for (int number = 0; number < 30; number++) {
            fields.append(Guests.document("filler%dx%d".formatted(run, number), type, ""))
                    .append("---\n");
        }
        assertThat(guests.node().put(guests.tenant(), fields.toString()).problems()).isEmpty();
    }
}
