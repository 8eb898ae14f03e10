package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Storage;
import kith.metadata.problem.ProblemException;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Indexed formulas are stored, and follow what they read, on whatever record it lies. */
class StoredFormulaIT {

    private static final Catalog CATALOG =
            SampleCatalog.read("/rollup/formulas.yaml").content().at(0);

    private static Writing writing;

    private Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("stored_formulas");
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @BeforeEach
    void newTenant() {
        nancy = writing.as("t" + UUID.randomUUID().toString().substring(0, 12), CATALOG);
    }

    @Test
    void isComputedWithTheRecord() {
        UUID deal = nancy.create("Deal", deal(account(region("19")), "100.00"));

        assertThat(value("net", deal)).isEqualTo("8100");
        assertThat(value("place", deal)).isEqualTo("D of A");
        assertThat(value("due", deal)).isEqualTo("2026-08-03");

        nancy.write(nancy.update("Deal", deal, Map.of("amount", "50.00")));
        assertThat(value("net", deal)).isEqualTo("4050");
        assertThat(differences()).isZero();
    }

    @Test
    void followsReferencedRecordsOverSeveralReferences() {
        UUID low = region("10");
        UUID high = region("50");
        UUID account = account(low);
        UUID deal = nancy.create("Deal", deal(account, "100.00"));

        nancy.write(nancy.update("Region", low, Map.of("tax", "20")));
        assertThat(value("net", deal)).isEqualTo("8000");

        nancy.write(
                nancy.update(
                        "Account", account, Map.of("region", Writing.byId(high), "name", "B")));
        assertThat(value("net", deal)).isEqualTo("5000");
        assertThat(value("place", deal)).isEqualTo("D of B");

        nancy.write(nancy.delete("Region", high));
        assertThat(value("net", deal)).isEmpty();
        nancy.write(nancy.restore("Region", high));
        assertThat(value("net", deal)).isEqualTo("5000");

        nancy.write(nancy.update("Deal", deal, Map.of("account", Writing.byId(account(low)))));
        assertThat(value("net", deal)).isEqualTo("8000");
        assertThat(differences()).isZero();
    }

    @Test
    void followsRollUpsAndCutsTextsToTheLengthOfTheField() {
        UUID account = account(region("0"));
        UUID deal = nancy.create("Deal", deal(account, "90.00"));
        assertThat(value("accountTier", deal)).isEqualTo("any");

        nancy.create("Deal", deal(account, "90.00"));

        assertThat(value("accountTier", deal)).isEqualTo("golden");
        assertThat(
                        nancy.found(
                                "select %s from record where id = '%s'"
                                        .formatted(column("Account", "tier"), account)))
                .isEqualTo("gol");
    }

    @Test
    void costsNothingWhereNothingChangesThatItReads() {
        UUID deal = nancy.create("Deal", deal(account(region("0")), "90.00"));
        writing.runtime().statements().forget();

        nancy.write(nancy.update("Deal", deal, Map.of("notes", "n")));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(1);
    }

    @Test
    void takesTheSameStatementsForAnyNumberOfRecords() {
        UUID one = account(region("1"));
        UUID other = account(region("2"));
        int ofOne = statements(List.of(deal(one, "1.00")));

        List<Map<String, Object>> many = new ArrayList<>();
        for (int index = 0; index < 500; index++) {
            many.add(deal(index % 2 == 0 ? one : other, index + ".00"));
        }

        assertThat(statements(many)).isEqualTo(ofOne);
        assertThat(differences()).isZero();
    }

    @Test
    void agreesWithTheRecordsAfterParallelWriters() throws Exception {
        List<UUID> regions = List.of(region("10"), region("20"));
        List<UUID> accounts = List.of(account(regions.getFirst()), account(regions.getLast()));
        List<UUID> deals = new CopyOnWriteArrayList<>();
        for (int index = 0; index < 6; index++) {
            deals.add(nancy.create("Deal", deal(accounts.get(index % 2), index + ".00")));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                Random random = new Random(writer);
                done.add(
                        threads.submit(() -> {
                            for (int write = 0; write < 15; write++) {
                                write(random, regions, accounts, deals);
                            }
                        }));
            }
            for (Future<?> one : done) {
                one.get();
            }
        }

        assertThat(differences()).isZero();
    }

    /** A write that lost against others too often left nothing behind. */
    private void write(Random random, List<UUID> regions, List<UUID> accounts, List<UUID> deals) {
        UUID region = regions.get(random.nextInt(2));
        UUID account = accounts.get(random.nextInt(2));
        UUID deal = deals.get(random.nextInt(deals.size()));
        try {
            switch (random.nextInt(5)) {
                case 0 -> deals.add(nancy.create("Deal", deal(account, "7.00")));
                case 1 ->
                        nancy.write(
                                nancy.update(
                                        "Deal", deal, Map.of("account", Writing.byId(account))));
                case 2 ->
                        nancy.write(
                                nancy.update(
                                        "Deal",
                                        deal,
                                        Map.of(
                                                "amount",
                                                BigDecimal.valueOf(random.nextInt(9_999), 2))));
                case 3 ->
                        nancy.write(
                                nancy.update("Region", region, Map.of("tax", random.nextInt(90))));
                default ->
                        nancy.write(
                                nancy.update(
                                        "Account",
                                        account,
                                        Map.of("region", Writing.byId(region))));
            }
        } catch (ProblemException lost) {
            assertThat(lost.problems())
                    .extracting(problem -> problem.code().name())
                    .isSubsetOf("CONCURRENT_CHANGE", "DATABASE_BUSY");
        }
    }

    private int statements(List<Map<String, Object>> deals) {
        writing.runtime().statements().forget();
        nancy.write(nancy.creations("Deal", deals));
        return writing.runtime().statements().dataCount();
    }

    /** How many deals have other values than plain SQL computes. */
    private int differences() {
        return Integer.parseInt(
                nancy.found(
                        """
                        select count(*) from record d
                        left join record a on a.id = d.%s and a.deleted_at is null
                        left join record r on r.id = a.%s and r.deleted_at is null
                        where d.object = %d and (
                            d.%s is distinct from round(d.%s::numeric * round((10000 - r.%s) / 10000.0, 4))
                            or d.%s is distinct from d.name || ' of ' || coalesce(a.name, ''))\
                        """
                                .formatted(
                                        column("Deal", "account"),
                                        column("Account", "region"),
                                        nancy.object("Deal").key(),
                                        column("Deal", "net"),
                                        column("Deal", "amount"),
                                        column("Region", "tax"),
                                        column("Deal", "place"))));
    }

    private UUID region(String tax) {
        return nancy.create("Region", Map.of("name", "R", "tax", tax));
    }

    private UUID account(UUID region) {
        return nancy.create("Account", Map.of("name", "A", "region", Writing.byId(region)));
    }

    private static Map<String, Object> deal(UUID account, String amount) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", "D");
        values.put("account", Writing.byId(account));
        values.put("amount", amount);
        return values;
    }

    private String value(String field, UUID deal) {
        return nancy.found(
                "select coalesce(%s::text, '') from record where id = '%s'"
                        .formatted(column("Deal", field), deal));
    }

    private String column(String object, String field) {
        return ((Storage.Slot) nancy.field(object, field).storage()).column();
    }
}
