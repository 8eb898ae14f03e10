package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import kith.metadata.catalog.RecordHome;
import kith.metadata.problem.Problem;
import kith.runtime.tenant.CatalogOutdatedException;
import kith.runtime.testing.DedicatedSample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Writes that are one statement do the same as those that take the long way. */
class DirectWriteIT {

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("direct");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void createsWithReferencesAndUniqueValuesInOneStatement() {
        UUID account = nancy.create("Account", Map.of("name", "Parent"));
        writing.runtime().statements().forget();

        UUID id =
                nancy.create(
                        "Account", Map.of("name", "A", "externalId", "one", "notes", "beside"));
        UUID contact =
                nancy.create("Contact", Map.of("name", "C", "account", Writing.byId(account)));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(2);
        assertThat(writing.runtime().statements().controlCount()).isZero();
        assertThat(nancy.found("select value from unique_value where record = '%s'".formatted(id)))
                .isEqualTo("one");
        assertThat(nancy.found("select ref_1 from record where id = '%s'".formatted(contact)))
                .isEqualTo(account.toString());
        assertThat(
                        nancy.found(
                                "select count(*) from outbox o join history h on h.record = o.record and h.version = o.version and h.changes = o.changes where o.record in ('%s', '%s')"
                                        .formatted(id, contact)))
                .isEqualTo("2");
    }

    @Test
    void writesToTablesOfTheirOwnInOneStatement() {
        Writing.As shared = writing.as("apart", SampleCatalog.plain());
        Writing.As apart =
                shared.with(
                        DedicatedSample.of(
                                writing.runtime(),
                                shared.caller().tenant(),
                                SampleCatalog.plain()));
        UUID account = apart.create("Account", Map.of("name", "Parent"));
        writing.runtime().statements().forget();

        UUID contact =
                apart.create("Contact", Map.of("name", "C", "account", Writing.byId(account)));
        apart.write(apart.update("Contact", contact, Map.of("name", "D")));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(2);
        assertThat(writing.runtime().statements().controlCount()).isZero();
        assertThat(
                        apart.found(
                                "select name || ' ' || version || ' ' || ref_1 from dedicated_%d where id = '%s'"
                                        .formatted(table(apart, "Contact"), contact)))
                .isEqualTo("D 2 " + account);
        assertThat(apart.found("select count(*) from record where id = '%s'".formatted(contact)))
                .isEqualTo("0");
    }

    private static int table(Writing.As who, String object) {
        return who.object(object).home() instanceof RecordHome.Dedicated(int number, boolean _)
                ? number
                : 0;
    }

    @Test
    void keepsTheSameHistoryAsTheLongWay() {
        Map<String, Object> before = new HashMap<>();
        before.put("name", "H");
        before.put("industry", "tech");
        before.put("revenue", "-0.05");
        before.put("founded", "1999-01-31");
        before.put("lastCall", "2026-01-02T03:04:05.678Z");
        before.put("active", false);
        Map<String, Object> after = new HashMap<>();
        after.put("name", "H \"quoted\" \\ ü 2");
        after.put("industry", null);
        after.put("revenue", "12345678.90");
        after.put("founded", "2024-02-29");
        after.put("lastCall", null);
        after.put("active", true);
        after.put("website", "https://example.com/");

        UUID direct = nancy.create("Account", before);
        writing.runtime().statements().forget();
        nancy.write(nancy.update("Account", direct, after));
        assertThat(writing.runtime().statements().dataCount()).isEqualTo(1);
        UUID indirect = nancy.create("Account", before);
        nancy.writingOnce(
                        new OnlyOnce("k", "c", UnaryOperator.identity()),
                        nancy.update("Account", indirect, after))
                .block();

        String changes = "select changes from history where record = '%s' and version = 2";
        assertThat(nancy.found(changes.formatted(direct)))
                .isEqualTo(nancy.found(changes.formatted(indirect)))
                .contains("12345678.90", "-0.05", "2024-02-29", "2026-01-02T03:04:05.678Z");
        String row = "select (to_jsonb(r) - 'id' - 'more')::text from record r where id = '%s'";
        assertThat(nancy.found(row.formatted(direct)))
                .isEqualTo(nancy.found(row.formatted(indirect)));
    }

    @Test
    void writesDownOnlyWhatChanges() {
        UUID id = nancy.create("Account", Map.of("name", "A", "revenue", "1.00"));

        nancy.write(nancy.update("Account", id, Map.of("name", "A", "revenue", 2)));

        assertThat(
                        nancy.found(
                                "select changes from outbox where record = '%s' and version = 2"
                                        .formatted(id)))
                .isEqualTo(
                        "{\"%s\": [\"1.00\", \"2.00\"]}"
                                .formatted(SampleCatalog.id("Account.revenue")));
    }

    @Test
    void answersWhereNothingChanges() {
        UUID id = nancy.create("Account", Map.of("name", "Same", "revenue", "1.00"));
        writing.runtime().statements().forget();

        assertThat(
                        nancy.write(nancy.update("Account", id, Map.of("revenue", 1)))
                                .at("/updated/version")
                                .intValue())
                .isEqualTo(1);

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(1);
        assertThat(nancy.found("select count(*) from outbox where record = '%s'".formatted(id)))
                .isEqualTo("1");
    }

    @Test
    void takesTheVersionThatTheCallerSaw() {
        UUID id = nancy.create("Account", Map.of("name", "V1"));
        writing.runtime().statements().forget();

        nancy.write(nancy.update("Account", id, Map.of("name", "V2"), OptionalInt.of(1)));

        assertThat(writing.runtime().statements().dataCount()).isEqualTo(1);
        assertThat(
                        nancy.refused(
                                nancy.update(
                                        "Account", id, Map.of("name", "V3"), OptionalInt.of(1))))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.VERSION_CONFLICT);
    }

    @Test
    void writesNothingWhereAReferenceIsMissing() {
        List<Problem> problems =
                nancy.refused(
                        nancy.creations(
                                "Contact",
                                List.of(
                                        Map.of("name", "Lost"),
                                        Map.of(
                                                "name",
                                                "Lost",
                                                "account",
                                                Writing.byId(UUID.randomUUID())))));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(WriteProblem.REFERENCE_NOT_FOUND);
        assertThat(nancy.found("select count(*) from record where name = 'Lost'")).isEqualTo("0");
    }

    @Test
    void seesTheCatalogThatItWaitedFor() throws Exception {
        Writing.As own = writing.as("outdated", SampleCatalog.plain());
        UUID id = own.create("Account", Map.of("name", "Before"));
        try (OtherTransaction other = new OtherTransaction(writing, own)) {
            other.run(
                    "select pg_advisory_xact_lock(1802073192, current_setting('kith.tenant')::int)",
                    id);
            other.run(
                    "update tenant set catalog_version = catalog_version + 1 where key = current_setting('kith.tenant')::int",
                    id);
            CompletableFuture<?> waiting =
                    own.writing(own.update("Account", id, Map.of("name", "After"))).toFuture();
            other.awaitWaiting();
            other.commit();
            assertThatThrownBy(() -> waiting.get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(CatalogOutdatedException.class);
        }

        assertThat(own.found("select name from record where id = '%s'".formatted(id)))
                .isEqualTo("Before");
    }

    @Test
    void waitsForAnotherWriterAndKeepsBothChanges() throws Exception {
        UUID id = nancy.create("Account", Map.of("name", "Both", "revenue", "1.00"));
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("update record set version = 2, text_1 = 'retail' where id = '%s'", id);
            CompletableFuture<?> second =
                    nancy.writing(nancy.update("Account", id, Map.of("revenue", 2))).toFuture();
            other.awaitWaiting();
            other.commit();
            second.get(60, TimeUnit.SECONDS);
        }

        assertThat(
                        nancy.found(
                                "select version || ' ' || text_1 || ' ' || number_1 from record where id = '%s'"
                                        .formatted(id)))
                .isEqualTo("3 retail 200");
        assertThat(
                        nancy.found(
                                "select string_agg(version::text, ' ' order by version) from history where record = '%s'"
                                        .formatted(id)))
                .isEqualTo("1 3");
    }
}
