package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import kith.metadata.problem.ProblemException;
import kith.runtime.tenant.CatalogOutdatedException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** Writes against another transaction that is still open, and against one that breaks off. */
class ConcurrentWriteIT {

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("concurrent");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void waitsForTheDeletionOfAParentAndThenFindsItGone() throws SQLException {
        UUID invoice = nancy.create("Invoice", Map.of());
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("select 1 from record where id = '%s' for update", invoice);
            CompletableFuture<?> child =
                    nancy.writing(nancy.creation("InvoiceLine", line(invoice))).toFuture();
            other.awaitWaiting();
            other.run(
                    "update record set deleted_at = now(), deletion = gen_random_uuid() where id = '%s'",
                    invoice);
            other.commit();

            assertRefused(child, WriteProblem.REFERENCE_NOT_FOUND);
        }
    }

    @Test
    void deletesAChildThatComesWhileItsParentIsBeingDeleted() throws Exception {
        UUID invoice = nancy.create("Invoice", Map.of());
        UUID child = new RecordIds(Clock.systemUTC(), new Random()).next();
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("select 1 from record where id = '%s' for key share", invoice);
            CompletableFuture<?> deletion =
                    nancy.writing(nancy.delete("Invoice", invoice)).toFuture();
            other.awaitWaiting();
            other.run(
                    "insert into record (tenant, object, id, version, name, created_at, updated_at, ref_1)"
                            + " select tenant, 103, '"
                            + child
                            + "', 1, 'L', now(), now(), id from record where id = '%s'",
                    invoice);
            other.commit();
            deletion.get(30, TimeUnit.SECONDS);
        }

        assertThat(
                        nancy.found(
                                "select deleted_at is not null from record where id = '%s'"
                                        .formatted(child)))
                .isEqualTo("t");
    }

    @Test
    void letsChildrenComeWhileTheParentIsBeingChanged() throws SQLException {
        UUID invoice = nancy.create("Invoice", Map.of());
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("update record set version = version + 1 where id = '%s'", invoice);

            nancy.create("InvoiceLine", line(invoice));
        }
    }

    @Test
    void givesAUniqueValueToTheFirstOfTwo() throws SQLException {
        UUID holder = UUID.randomUUID();
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run(
                    "insert into unique_value (tenant, field, value, record) values ("
                            + nancy.caller().tenant().key()
                            + ", '"
                            + SampleCatalog.id("Account.externalId")
                            + "', 'wanted', '%s')",
                    holder);
            CompletableFuture<?> second =
                    nancy.writing(
                                    nancy.creation(
                                            "Account", Map.of("name", "A", "externalId", "wanted")))
                            .toFuture();
            other.awaitWaiting();
            other.commit();

            assertRefused(second, WriteProblem.UNIQUE_VALUE_TAKEN);
        }
        assertThat(nancy.found("select count(*) from record where text_2 = 'wanted'"))
                .isEqualTo("0");
    }

    @Test
    void repeatsAWriteThatPostgresUndidForADeadlock() throws Exception {
        UUID one = nancy.create("Account", Map.of("name", "1"));
        UUID other = nancy.create("Account", Map.of("name", "2"));
        CompletableFuture<?> there;
        CompletableFuture<?> back;
        there =
                nancy.writing(
                                nancy.update("Account", one, Map.of("rating", "a")),
                                renamed(nancy.update("Account", other, Map.of("rating", "a"))))
                        .repeat(4)
                        .last()
                        .toFuture();
        back =
                nancy.writing(
                                nancy.update("Account", other, Map.of("rating", "b")),
                                renamed(nancy.update("Account", one, Map.of("rating", "b"))))
                        .repeat(4)
                        .last()
                        .toFuture();

        there.get(60, TimeUnit.SECONDS);
        back.get(60, TimeUnit.SECONDS);
    }

    @Test
    void repeatsAWriteWhoseLocksCrossThoseOfAnother() throws Exception {
        UUID first = nancy.create("Account", Map.of("name", "First"));
        UUID second = nancy.create("Account", Map.of("name", "Second"));
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("update record set version = version + 1 where id = '%s'", second);
            CompletableFuture<?> write =
                    nancy.writing(
                                    nancy.update("Account", first, Map.of("rating", "a")),
                                    renamed(nancy.update("Account", second, Map.of("rating", "a"))))
                            .toFuture();
            other.awaitWaiting();
            other.run("update record set version = version + 1 where id = '%s'", first);
            other.commit();
            write.get(30, TimeUnit.SECONDS);
        }
        for (UUID id : List.of(first, second)) {
            assertThat(
                            nancy.found(
                                    "select version || ' ' || text_5 from record where id = '%s'"
                                            .formatted(id)))
                    .isEqualTo("3 a");
        }
    }

    @Test
    void letsBatchesOverTheSameRecordsComeInWhateverOrder() throws Exception {
        List<Map<String, String>> there = new ArrayList<>();
        for (int index = 0; index < 200; index++) {
            there.add(Map.of("name", "Both", "externalId", "both-" + index));
        }
        nancy.write(nancy.creations("Account", there));
        List<Map<String, String>> back = new ArrayList<>(there);
        Collections.reverse(back);
        writing.runtime().statements().forget();
        List<CompletableFuture<?>> writes = new ArrayList<>();
        for (int round = 0; round < 6; round++) {
            List<Map<String, String>> records = round % 2 == 0 ? there : back;
            writes.add(nancy.writing(nancy.upsert("Account", "externalId", records)).toFuture());
            writes.add(
                    nancy.writing(
                                    nancy.updateWhere(
                                            "Account",
                                            nancy.named("Account", "Both"),
                                            Map.of("rating", "r" + round)))
                            .toFuture());
        }
        for (CompletableFuture<?> write : writes) {
            write.get(60, TimeUnit.SECONDS);
        }
        assertThat(writing.runtime().statements().all())
                .allSatisfy(statement -> assertThat(statement.failure()).isNull());
    }

    @Test
    void finishesAWriteForWhichNobodyWaitsAnyMore() throws SQLException {
        UUID account = nancy.create("Account", Map.of("name", "Awaited"));
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("select 1 from record where id = '%s' for update", account);
            Disposable write =
                    nancy.writing(nancy.update("Account", account, Map.of("rating", "a")))
                            .subscribe();
            other.awaitWaiting();
            write.dispose();
            other.commit();
            other.await("select version = 2 from record where id = '%s'", account);
        }
    }

    @Test
    void leavesNothingOfABatchThatIsCutOff() throws SQLException {
        List<Map<String, String>> records = new ArrayList<>();
        for (int index = 0; index < 1_000; index++) {
            records.add(Map.of("name", "Cut", "externalId", "cut-" + index));
        }
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run(
                    "insert into unique_value (tenant, field, value, record) values ("
                            + nancy.caller().tenant().key()
                            + ", '"
                            + SampleCatalog.id("Account.externalId")
                            + "', 'cut-500', '%s')",
                    UUID.randomUUID());
            CompletableFuture<?> write =
                    nancy.writing(nancy.creations("Account", records)).toFuture();
            other.killWaiting();
            assertThatThrownBy(write::join).hasCauseInstanceOf(ProblemException.class);
        }
        assertThat(
                        nancy.found(
                                """
                                select (select count(*) from record where name = 'Cut')
                                    + (select count(*) from unique_value where value like 'cut-%')
                                    + (select count(*) from outbox where changes::text like '%cut-1%')
                                    + (select count(*) from history where changes::text like '%cut-1%')\
                                """))
                .isEqualTo("0");
        nancy.write(nancy.creations("Account", records));
    }

    @Test
    void leavesNothingBehindWhenTheConnectionBreaks() throws SQLException {
        UUID account = nancy.create("Account", Map.of("name", "Locked"));
        try (OtherTransaction other = new OtherTransaction(writing, nancy)) {
            other.run("select 1 from record where id = '%s' for update", account);
            CompletableFuture<?> write =
                    nancy.writing(
                                    nancy.creation(
                                            "Account",
                                            Map.of("name", "Half", "externalId", "half")),
                                    nancy.update("Account", account, Map.of("name", "X")))
                            .toFuture();
            other.killWaiting();

            assertThatThrownBy(write::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(ProblemException.class);
        }
        assertThat(
                        nancy.found(
                                """
                                select (select count(*) from record where name = 'Half')
                                    + (select count(*) from unique_value where value = 'half')
                                    + (select count(*) from outbox where changes::text like '%half%')
                                    + (select count(*) from history where changes::text like '%half%')\
                                """))
                .isEqualTo("0");
    }

    @Test
    void refusesASuspendedTenantAndAnOutdatedCatalog() {
        Writing.As brief = writing.as("brief", SampleCatalog.plain());
        brief.found("update tenant set catalog_version = 1 where slug = 'brief'");
        assertThatThrownBy(() -> brief.create("Account", Map.of("name", "A")))
                .isInstanceOf(CatalogOutdatedException.class);

        brief.found(
                "update tenant set catalog_version = 0, status = 'SUSPENDED' where slug = 'brief'");
        assertThat(brief.refused(brief.creation("Account", Map.of("name", "A"))))
                .extracting(problem -> problem.code().name())
                .containsExactly("TENANT_SUSPENDED");
        assertThat(brief.found("select count(*) from record where object = 100")).isEqualTo("0");
    }

    private static Map<String, Object> line(UUID invoice) {
        return Map.of("name", "L", "quantity", 1, "invoice", Writing.byId(invoice));
    }

    private static WriteRequest.Update renamed(WriteRequest.Update step) {
        return new WriteRequest.Update(
                "again", step.object(), step.id(), step.data(), step.ifVersion(), step.selection());
    }

    private static void assertRefused(CompletableFuture<?> write, WriteProblem code) {
        assertThatThrownBy(() -> write.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused ->
                                assertThat(refused.problems())
                                        .extracting(problem -> problem.code().name())
                                        .containsExactly(code.name()));
    }
}
