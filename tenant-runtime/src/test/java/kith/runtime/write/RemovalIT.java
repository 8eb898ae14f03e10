package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import kith.metadata.problem.Problem;
import kith.runtime.write.RecordInput.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RemovalIT {

    private static Writing writing;
    private static Writing.As nancy;
    private UUID invoice = new UUID(0, 0);
    private UUID line = new UUID(0, 0);
    private UUID note = new UUID(0, 0);
    private String code = "";

    @BeforeAll
    static void open() {
        writing = new Writing("removal");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @BeforeEach
    void writeAnInvoice() {
        invoice = nancy.create("Invoice", Map.of());
        code = "code-" + invoice;
        line = line(invoice, code);
        note = nancy.create("LineNote", Map.of("name", "Note", "line", Writing.byId(line)));
    }

    @Test
    void deletesARecordWithItsPartsAsOneDeletion() {
        JsonNode answer = nancy.write(nancy.delete("Invoice", invoice));

        assertThat(answer.at("/deleted/id").asString()).isEqualTo(invoice.toString());
        assertThat(answer.at("/deleted/version").intValue()).isEqualTo(2);
        assertThat(
                        nancy.found(
                                "select count(distinct deletion) || ' ' || count(*) from record where deleted_at is not null and version = 2 and id in ('%s', '%s', '%s')"
                                        .formatted(invoice, line, note)))
                .isEqualTo("1 3");
        assertThat(changes("history", note)).isEqualTo("CREATE DELETE");
        assertThat(changes("outbox", note)).isEqualTo("CREATE DELETE");
    }

    @Test
    void givesUniqueValuesBackAndTakesThemAgainOnRestore() {
        nancy.write(nancy.delete("Invoice", invoice));
        assertThat(
                        nancy.found(
                                "select count(*) from unique_value where value = '%s'"
                                        .formatted(code)))
                .isEqualTo("0");

        nancy.write(nancy.restore("Invoice", invoice));

        assertThat(
                        nancy.found(
                                "select record from unique_value where value = '%s'"
                                        .formatted(code)))
                .isEqualTo(line.toString());
    }

    @Test
    void restoresWhatTheDeletionTook() {
        UUID earlier = line(invoice, "earlier-" + invoice);
        nancy.write(nancy.delete("InvoiceLine", earlier));
        nancy.write(nancy.delete("Invoice", invoice));

        JsonNode answer = nancy.write(nancy.restore("Invoice", invoice));

        assertThat(answer.at("/restored/version").intValue()).isEqualTo(3);
        assertThat(answer.at("/restored/deletedAt").isNull()).isTrue();
        assertThat(isLive(line)).isTrue();
        assertThat(isLive(note)).isTrue();
        assertThat(isLive(earlier)).isFalse();
        assertThat(changes("history", line)).isEqualTo("CREATE DELETE RESTORE");
    }

    @Test
    void cannotRestoreAPartOfWhatIsDeleted() {
        nancy.write(nancy.delete("Invoice", invoice));

        assertThat(nancy.refused(nancy.restore("InvoiceLine", line)))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.PARENT_DELETED);
    }

    @Test
    void cannotRestoreWhatIsNotDeleted() {
        assertThat(nancy.refused(nancy.restore("Invoice", invoice)))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.RECORD_NOT_DELETED);
    }

    @Test
    void cannotRestoreAValueThatWasGivenAway() {
        nancy.write(nancy.delete("Invoice", invoice));
        line(nancy.create("Invoice", Map.of()), code);

        assertThat(nancy.refused(nancy.restore("Invoice", invoice)))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.UNIQUE_VALUE_TAKEN);
        assertThat(isLive(invoice)).isFalse();
    }

    @Test
    void deletesAllThatMatchEachAsADeletionOfItsOwn() {
        UUID one = nancy.create("Account", Map.of("name", "Doomed"));
        UUID other = nancy.create("Account", Map.of("name", "Doomed"));

        JsonNode answer =
                nancy.write(nancy.deleteWhere("Account", nancy.named("Account", "Doomed")));
        nancy.write(nancy.restore("Account", one));

        assertThat(answer.at("/deleted/count").intValue()).isEqualTo(2);
        assertThat(isLive(one)).isTrue();
        assertThat(isLive(other)).isFalse();
    }

    @Test
    void restoresAllInTheBinThatMatchWithTheirParts() {
        UUID other = nancy.create("Invoice", Map.of());
        UUID kept = nancy.create("Invoice", Map.of());
        nancy.write(nancy.delete("Invoice", invoice));
        nancy.write(nancy.delete("Invoice", other));
        nancy.write(nancy.delete("Invoice", kept));

        JsonNode answer =
                nancy.write(nancy.restoreWhere("Invoice", nancy.oneOf("Invoice", invoice, other)));

        assertThat(answer.at("/restored/count").intValue()).isEqualTo(2);
        assertThat(List.of(invoice, line, note, other)).allMatch(RemovalIT::isLive);
        assertThat(isLive(kept)).isFalse();
    }

    @Test
    void destroysAllInTheBinThatMatchAndNothingThatIsLive() {
        UUID live = nancy.create("Invoice", Map.of());
        nancy.write(nancy.delete("Invoice", invoice));

        JsonNode answer =
                nancy.write(nancy.destroyWhere("Invoice", nancy.oneOf("Invoice", invoice, live)));

        assertThat(answer.at("/destroyed/count").intValue()).isEqualTo(1);
        assertThat(isLive(live)).isTrue();
        for (UUID id : List.of(invoice, line, note)) {
            assertThat(nancy.found("select count(*) from record where id = '%s'".formatted(id)))
                    .isEqualTo("0");
        }
    }

    @Test
    void restoresNoneOfAllThatMatchWhereOneCannotComeBack() {
        UUID other = nancy.create("Invoice", Map.of());
        nancy.write(nancy.delete("Invoice", invoice));
        nancy.write(nancy.delete("Invoice", other));
        line(nancy.create("Invoice", Map.of()), code);

        assertThat(
                        nancy.refused(
                                nancy.restoreWhere(
                                        "Invoice", nancy.oneOf("Invoice", invoice, other))))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.UNIQUE_VALUE_TAKEN);
        assertThat(isLive(other)).isFalse();
    }

    @Test
    void destroysARecordWithItsPartsAndAllTracesButATombstone() {
        JsonNode answer = nancy.write(nancy.destroy("Invoice", invoice));

        assertThat(answer.at("/destroyed/id").asString()).isEqualTo(invoice.toString());
        for (UUID id : List.of(invoice, line, note)) {
            assertThat(nancy.found("select count(*) from record where id = '%s'".formatted(id)))
                    .isEqualTo("0");
            assertThat(
                            nancy.found(
                                    "select count(*) from history where record = '%s'"
                                            .formatted(id)))
                    .isEqualTo("0");
            assertThat(changes("outbox", id)).isEqualTo("CREATE DESTROY");
        }
        assertThat(
                        nancy.found(
                                "select count(*) from unique_value where value = '%s'"
                                        .formatted(code)))
                .isEqualTo("0");
    }

    @Test
    void destroysDeletedRecordsAndLinksToThem() {
        UUID friend = nancy.create("Contact", Map.of("name", "Friend"));
        nancy.create(
                "Contact",
                Map.of(
                        "name",
                        "C",
                        "friends",
                        new Links(List.of(Writing.byId(friend)), List.of())));
        nancy.write(nancy.delete("Contact", friend));

        nancy.write(nancy.destroy("Contact", friend));

        assertThat(nancy.found("select count(*) from link where target = '%s'".formatted(friend)))
                .isEqualTo("0");
    }

    @Test
    void refusesToRemoveWhatIsNotThere() {
        nancy.write(nancy.delete("Invoice", invoice));

        assertThat(nancy.refused(nancy.delete("Invoice", invoice)))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.RECORD_NOT_FOUND);
        assertThat(nancy.refused(nancy.destroy("Account", invoice)))
                .extracting(Problem::code)
                .containsExactly(WriteProblem.RECORD_NOT_FOUND);
    }

    @Test
    void takesTheSameStatementsHoweverManyPartsThereAre() {
        int few = statements(invoice);
        UUID large = nancy.create("Invoice", Map.of());
        nancy.write(
                nancy.creations(
                        "InvoiceLine",
                        IntStream.range(0, 200)
                                .mapToObj(index ->
                                        Map.of(
                                                "name",
                                                "L",
                                                "quantity",
                                                1,
                                                "invoice",
                                                Writing.byId(large)))
                                .toList()));
        UUID part = line(large, "large");
        nancy.create("LineNote", Map.of("name", "N", "line", Writing.byId(part)));

        assertThat(statements(large)).isEqualTo(few);
    }

    private static int statements(UUID invoice) {
        writing.runtime().statements().forget();
        nancy.write(nancy.delete("Invoice", invoice));
        return writing.runtime().statements().dataCount();
    }

    private static UUID line(UUID invoice, String code) {
        return nancy.create(
                "InvoiceLine",
                Map.of("name", "L", "quantity", 1, "code", code, "invoice", Writing.byId(invoice)));
    }

    private static boolean isLive(UUID id) {
        return nancy.found("select deleted_at is null from record where id = '%s'".formatted(id))
                .equals("t");
    }

    private static String changes(String table, UUID id) {
        return nancy.found(
                "select string_agg(kind, ' ' order by version) from %s where record = '%s'"
                        .formatted(table, id));
    }
}
