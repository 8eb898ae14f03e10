package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.runtime.access.AccessProblem;
import kith.runtime.access.Caller;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CreateIT {

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("create");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void keepsValuesOfAllTypesInTheirHomes() {
        UUID parent = nancy.create("Account", Map.of("name", "Parent"));
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Acme");
        values.put("industry", "tech");
        values.put("revenue", "1234.5");
        values.put("website", "https://acme.example");
        values.put("founded", "1949-01-01");
        values.put("lastCall", "2026-01-01T10:00:00+01:00");
        values.put("active", false);
        values.put("tags", List.of("retail", "tech"));
        values.put("notes", "line\nline");
        values.put("mass", "12345678901234567890.5");
        values.put("parent", Writing.byId(parent));
        UUID id = nancy.create("Account", values);

        assertThat(
                        nancy.found(
                                """
                                select json_build_array(name, version, text_1, number_1, text_3, date_1, time_1 at time zone 'UTC',
                                    flag_1, more, ref_1, owner = created_by, updated_at at time zone 'UTC')
                                from record where id = '%s'\
                                """
                                        .formatted(id)))
                .isEqualTo(
                        """
                        ["Acme", 1, "tech", 123450, "https://acme.example", "1949-01-01", "2026-01-01T09:00:00", \
                        false, {"1": ["tech", "retail"], "2": "line\\nline", "3": 12345678901234567890.500}, "%s", \
                        true, "2026-07-04T12:30:00.12"]\
                        """
                                .formatted(parent));
    }

    @Test
    void answersWithTheRecord() {
        JsonNode answer = nancy.write(nancy.creation("Account", Map.of("name", "Answered")));

        assertThat(answer.get("created").get("name").asString()).isEqualTo("Answered");
        assertThat(answer.get("created").get("version").intValue()).isEqualTo(1);
    }

    @Test
    void fillsInDefaultsButKeepsWhatWasGiven() {
        UUID defaulted = nancy.create("Account", Map.of("name", "A"));
        Map<String, @Nullable Object> given = new HashMap<>();
        given.put("name", "B");
        given.put("active", false);
        given.put("rating", null);
        given.put("owner", null);
        UUID explicit = nancy.create("Account", given);

        String row =
                "select json_build_array(flag_1, text_5, owner is not null) from record where id = '%s'";
        assertThat(nancy.found(row.formatted(defaulted))).isEqualTo("[true, \"cold\", true]");
        assertThat(nancy.found(row.formatted(explicit))).isEqualTo("[false, null, false]");
    }

    @Test
    void writesHistoryAndTheChangeStream() {
        UUID id = nancy.create("Contact", Map.of("name", "Jane", "email", "jane@history.example"));

        UUID user = nancy.caller().user().orElseThrow();
        assertThat(
                        nancy.found(
                                """
                                select json_build_array(version, object, actor, origin, kind, changes = jsonb_build_object(
                                    '%s', jsonb_build_array(null, 'jane@history.example'), '%s', jsonb_build_array(null, 'Jane'),
                                    '%s', jsonb_build_array(null, '%s')), at at time zone 'UTC')
                                from history where record = '%s'\
                                """
                                        .formatted(
                                                SampleCatalog.id("Contact.email"),
                                                SampleCatalog.id("*.name"),
                                                SampleCatalog.id("*.owner"),
                                                user,
                                                id)))
                .isEqualTo(
                        "[1, 101, \"%s\", \"API\", \"CREATE\", true, \"2026-07-04T12:30:00.12\"]"
                                .formatted(user));
        assertThat(
                        nancy.found(
                                "select json_build_array(version, object, actor, kind, position, (select h.changes = o.changes from history h where h.record = o.record)) from outbox o where record = '%s'"
                                        .formatted(id)))
                .isEqualTo("[1, 101, \"%s\", \"CREATE\", null, true]".formatted(user));
    }

    @Test
    void countsNamesAndNumbersUp() {
        JsonNode answer =
                nancy.write(
                        nancy.creations("Invoice", List.of(Map.of(), Map.of())),
                        renamed(nancy.creation("Invoice", Map.of()), "third"));

        assertThat(answer.at("/created/0/name").asString()).isEqualTo("INV-0001");
        assertThat(answer.at("/created/1/name").asString()).isEqualTo("INV-0002");
        assertThat(answer.at("/third/name").asString()).isEqualTo("INV-0003");
        assertThat(
                        nancy.found(
                                "select string_agg(text_1, ' ' order by id) from record where object = 102"))
                .isEqualTo("N-001 N-002 N-003");
    }

    @Test
    void reportsAllViolationsAtOnceEachWithItsPath() {
        List<Problem> problems =
                nancy.refused(
                        nancy.creations(
                                "InvoiceLine",
                                List.of(
                                        Map.of("name", "ok", "quantity", "many"),
                                        Map.of("invoice", Writing.byId(UUID.randomUUID())))));

        assertThat(problems)
                .extracting(problem -> problem.code().name(), Problem::path)
                .containsExactlyInAnyOrder(
                        tuple("NUMBER_MALFORMED", "created", "data", 0, "quantity"),
                        tuple("FIELD_REQUIRED", "created", "data", 0, "invoice"),
                        tuple("REFERENCE_NOT_FOUND", "created", "data", 1, "invoice"),
                        tuple("FIELD_REQUIRED", "created", "data", 1, "name"),
                        tuple("FIELD_REQUIRED", "created", "data", 1, "quantity"));
    }

    @Test
    void refusesFieldsThatAreNotTheCallers() {
        List<Problem> problems =
                nancy.refused(
                        nancy.creation(
                                "Account",
                                Map.of(
                                        "name", "X",
                                        "secret", "s",
                                        "version", 7,
                                        "createdAt", "2026-01-01T00:00:00Z")),
                        nancy.creation("Invoice", Map.of("name", "mine", "number", "N-1")));

        assertThat(problems)
                .allSatisfy(problem ->
                        assertThat(problem.code()).isEqualTo(WriteProblem.FIELD_READ_ONLY))
                .extracting(problem -> problem.path().getLast())
                .containsExactlyInAnyOrder("secret", "version", "createdAt", "name", "number");
    }

    @Test
    void letsThePlatformFillReadOnlyFields() {
        Writing.As platform =
                writing.new As(Caller.platform(nancy.caller().tenant()), SampleCatalog.plain());

        UUID id = platform.create("Account", Map.of("name", "P", "secret", "s"));

        assertThat(nancy.found("select text_4 from record where id = '%s'".formatted(id)))
                .isEqualTo("s");
    }

    @Test
    void keepsOthersFromWritingWhatOnlyAdministratorsWrite() {
        assertThat(nancy.refused(nancy.creation("User", Map.of("name", "X", "email", "x@y.zz"))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.code()).isEqualTo(AccessProblem.WRITE_FORBIDDEN));
    }

    @Test
    void takesIdsThatTheCallerChose() {
        UUID id = UUID.fromString("01980c5e-6f3a-7c55-8f0e-2b7a6f3d9b11");
        nancy.write(nancy.creationOf(id, "Account", Map.of("name", "Chosen")));

        assertThat(nancy.refused(nancy.creationOf(id, "Contact", Map.of("name", "Again"))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.code()).isEqualTo(WriteProblem.RECORD_ID_TAKEN));
        assertThat(
                        nancy.refused(
                                nancy.creationOf(
                                        UUID.randomUUID(), "Contact", Map.of("name", "Random"))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.code()).isEqualTo(WriteProblem.RECORD_ID_MALFORMED));
    }

    @Test
    void takesTheSameStatementsForOneRecordAndForAThousand() {
        UUID account = nancy.create("Account", Map.of("name", "Parent"));

        assertThat(statements(contacts(account, 1, "one")))
                .isEqualTo(statements(contacts(account, 1_000, "many")))
                .isEqualTo(1);
        assertThat(
                        nancy.found(
                                "select count(*) from record where object = 101 and ref_1 = '%s'"
                                        .formatted(account)))
                .isEqualTo("1001");
    }

    @Test
    void writesAnEmptyBatch() {
        assertThat(nancy.write(nancy.creations("Account", List.of())).get("created").isEmpty())
                .isTrue();
    }

    @Test
    void refusesBatchesThatAreTooLarge() {
        List<Map<String, String>> records = new ArrayList<>();
        for (int index = 0; index < 10_001; index++) {
            records.add(Map.of("name", "n"));
        }

        assertThat(nancy.refused(nancy.creations("Account", records)))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.code()).isEqualTo(WriteProblem.BATCH_TOO_LARGE));
    }

    @Test
    void undoesEarlierStepsWhenALaterOneFails() {
        nancy.refused(
                nancy.creation("Account", Map.of("name", "Undone")),
                nancy.update("Account", UUID.randomUUID(), Map.of("name", "X")));

        assertThat(nancy.found("select count(*) from record where name = 'Undone'")).isEqualTo("0");
    }

    private int statements(List<Map<String, Object>> contacts) {
        writing.runtime().statements().forget();
        nancy.write(nancy.creations("Contact", contacts));
        assertThat(writing.runtime().statements().controlCount()).isZero();
        return writing.runtime().statements().dataCount();
    }

    private static List<Map<String, Object>> contacts(UUID account, int count, String prefix) {
        List<Map<String, Object>> contacts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            contacts.add(
                    Map.of(
                            "name",
                            "C" + index,
                            "email",
                            prefix + index + "@example.com",
                            "account",
                            Writing.byId(account)));
        }
        return contacts;
    }

    private static WriteRequest.Create renamed(WriteRequest.Create step, String key) {
        return new WriteRequest.Create(
                key, step.object(), step.records(), step.isBatch(), step.selection());
    }

    private static Tuple tuple(String code, Object... path) {
        return Tuple.tuple(code, List.of(path));
    }
}
