package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import kith.metadata.catalog.Catalog;
import kith.metadata.catalog.Storage;
import kith.runtime.access.Caller;
import kith.runtime.testing.DedicatedSample;
import kith.runtime.testing.SampleCatalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Roll-ups follow whatever becomes of the records that they sum up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RollUpIT {

    private static final Catalog READ = SampleCatalog.read("/rollup/catalog.yaml");

    private Writing writing;
    private Writing.As shared;
    private Writing.As dedicated;

    @BeforeAll
    void open() {
        writing = new Writing("roll_ups");
        shared = writing.as("acme", READ.content().at(0));
        Writing.As other = writing.as("other", READ.content().at(0));
        dedicated =
                other.with(
                        DedicatedSample.of(
                                writing.runtime(), other.caller().tenant(), READ.content().at(0)));
    }

    @AfterAll
    void close() {
        writing.close();
    }

    Stream<Writing.As> homes() {
        return Stream.of(shared, dedicated);
    }

    @ParameterizedTest
    @MethodSource("homes")
    void beginsWithNothing(Writing.As nancy) {
        UUID account = account(nancy);

        assertThat(results(nancy, account)).isEqualTo("0|0|0|0||||");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void followsCreationUpdateDeletionAndRestore(Writing.As nancy) {
        UUID account = account(nancy);
        UUID first = nancy.create("Deal", deal(account, "10.00", "Won", "2026-05-02"));
        UUID second = nancy.create("Deal", deal(account, "30.00", "Open", "2026-05-01"));
        assertThat(results(nancy, account)).isEqualTo("2|1|4000|100000|20000|1000|3000|2026-05-01");

        nancy.write(nancy.update("Deal", second, Map.of("amount", "5.00", "stage", "Won")));
        assertThat(results(nancy, account)).isEqualTo("2|0|1500|150000|7500|500||2026-05-01");

        nancy.write(nancy.delete("Deal", second));
        assertThat(results(nancy, account)).isEqualTo("1|0|1000|100000|10000|1000||2026-05-02");

        nancy.write(nancy.restore("Deal", second));
        nancy.write(nancy.delete("Deal", first));
        nancy.write(nancy.destroy("Deal", first));
        assertThat(results(nancy, account)).isEqualTo("1|0|500|50000|5000|500||2026-05-01");

        nancy.write(nancy.destroy("Deal", second));
        assertThat(results(nancy, account)).isEqualTo("0|0|0|0||||");
        assertThat(new Ledger(nancy).differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void followsARecordToAnotherParent(Writing.As nancy) {
        UUID from = account(nancy);
        UUID to = account(nancy);
        UUID deal = nancy.create("Deal", deal(from, "10.00", "Won", "2026-05-02"));

        nancy.write(nancy.update("Deal", deal, Map.of("account", Writing.byId(to))));
        assertThat(results(nancy, from)).isEqualTo("0|0|0|0||||");
        assertThat(results(nancy, to)).isEqualTo("1|0|1000|100000|10000|1000||2026-05-02");

        Map<String, Object> nowhere = new HashMap<>();
        nowhere.put("account", null);
        nancy.write(nancy.update("Deal", deal, nowhere));
        assertThat(results(nancy, to)).isEqualTo("0|0|0|0||||");
        assertThat(new Ledger(nancy).differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void countsPartsOnTheirWayToAndFromTheBin(Writing.As nancy) {
        UUID deal = nancy.create("Deal", deal(account(nancy), "1.00", "Won", "2026-05-02"));
        Map<String, Object> line =
                Map.of("name", "L", "deal", Writing.byId(deal), "amount", "2.50");
        nancy.write(nancy.creations("Line", List.of(line, line, line)));
        assertThat(value(nancy, "Deal", "lineTotal", deal)).isEqualTo("750");

        nancy.write(nancy.delete("Deal", deal));
        assertThat(value(nancy, "Deal", "lineTotal", deal)).isEqualTo("0");
        nancy.write(nancy.restore("Deal", deal));

        assertThat(value(nancy, "Deal", "lineTotal", deal)).isEqualTo("750");
        assertThat(new Ledger(nancy).differences()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("homes")
    void countsThroughALookupToSeveralObjects(Writing.As nancy) {
        UUID account = account(nancy);
        UUID deal = nancy.create("Deal", Map.of("name", "D", "adviser", Writing.byId(account)));
        assertThat(value(nancy, "Account", "advisedCount", account)).isEqualTo("1");

        UUID user = nancy.caller().user().orElseThrow();
        nancy.write(nancy.update("Deal", deal, Map.of("adviser", Writing.byId(user))));

        assertThat(value(nancy, "Account", "advisedCount", account)).isEqualTo("0");
    }

    @Test
    void takesTheSameStatementsForOneRecordAndForThousands() {
        UUID account = account(shared);
        UUID other = account(shared);
        int ofOne =
                statements(() -> shared.write(shared.creations("Deal", deals(1, account, other))));
        int ofMany =
                statements(
                        () -> shared.write(shared.creations("Deal", deals(3_000, account, other))));

        assertThat(ofMany).isEqualTo(ofOne);
        assertThat(new Ledger(shared).differences()).isEmpty();
    }

    @Test
    void costsNothingWhereNothingChangesThatItReads() {
        UUID deal = shared.create("Deal", deal(account(shared), "1.00", "Won", "2026-05-02"));

        assertThat(
                        statements(() ->
                                shared.write(shared.update("Deal", deal, Map.of("notes", "n")))))
                .as("the short way")
                .isEqualTo(1);
        int inFull =
                statements(
                        () -> shared.write(shared.update("Deal", deal, Map.of("amount", "1.00"))));
        int counted =
                statements(
                        () -> shared.write(shared.update("Deal", deal, Map.of("amount", "2.00"))));

        assertThat(counted).as("rows, their log, and two for the roll-ups").isEqualTo(inFull + 4);
    }

    @Test
    void leavesTheVersionAndTellsTheStream() {
        UUID account = account(shared);
        UUID deal = shared.create("Deal", deal(account, "10.00", "Won", "2026-05-02"));

        assertThat(shared.found("select version from record where id = '%s'".formatted(account)))
                .isEqualTo("1");
        String field = shared.field("Account", "total").id().toString();
        assertThat(
                        shared.found(
                                "select string_agg((changes -> '%s')::text, ' ' order by written) from outbox where record = '%s' and kind = 'UPDATE'"
                                        .formatted(field, account)))
                .isEqualTo("[\"0.00\", \"10.00\"]");

        shared.write(shared.delete("Account", account));
        shared.write(shared.delete("Deal", deal));
        shared.write(shared.restore("Account", account));
        assertThat(value(shared, "Account", "total", account)).isEqualTo("0");
    }

    @Test
    void isWrittenByNobody() {
        assertThat(shared.refused(shared.creation("Account", Map.of("name", "A", "total", "1.00"))))
                .extracting(problem -> problem.code())
                .containsExactly(WriteProblem.FIELD_READ_ONLY);
        Writing.As platform = shared.as(Caller.platform(shared.caller().tenant()));
        assertThat(platform.refused(platform.creation("Account", Map.of("name", "A", "total", 1))))
                .extracting(problem -> problem.code())
                .containsExactly(WriteProblem.FIELD_READ_ONLY);
    }

    private int statements(Runnable work) {
        writing.runtime().statements().forget();
        work.run();
        return writing.runtime().statements().dataCount();
    }

    private static List<Map<String, Object>> deals(int count, UUID one, UUID other) {
        return Stream.iterate(0, index -> index + 1)
                .limit(count)
                .map(index ->
                        deal(
                                index % 3 == 0 ? one : other,
                                (index % 97) + ".50",
                                index % 2 == 0 ? "Won" : "Open",
                                LocalDate.of(2026, 1, 1).plusDays(index % 300).toString()))
                .toList();
    }

    private static UUID account(Writing.As nancy) {
        return nancy.create("Account", Map.of("name", "A"));
    }

    private static Map<String, Object> deal(
            UUID account, String amount, String stage, String close) {
        return Map.of(
                "name", "D",
                "account", Writing.byId(account),
                "amount", amount,
                "stage", stage,
                "closeDate", close);
    }

    private static String results(Writing.As nancy, UUID account) {
        return String.join(
                "|",
                Stream.of(
                                "dealCount",
                                "openCount",
                                "total",
                                "wonTotal",
                                "average",
                                "least",
                                "greatest",
                                "firstClose")
                        .map(name -> value(nancy, "Account", name, account))
                        .toList());
    }

    private static String value(Writing.As nancy, String object, String field, UUID id) {
        String column = ((Storage.Slot) nancy.field(object, field).storage()).column();
        return nancy.found(
                "select coalesce(%s::text, '') from %s where id = '%s'"
                        .formatted(column, new Ledger(nancy).table(object), id));
    }
}
