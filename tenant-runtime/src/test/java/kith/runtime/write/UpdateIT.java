package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.runtime.read.Predicate;
import kith.runtime.write.RecordInput.Links;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class UpdateIT {

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("update");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void changesWhatIsGivenAndNothingElse() {
        UUID id =
                nancy.create(
                        "Account",
                        Map.of("name", "A", "notes", "kept", "mass", "1.5", "revenue", "1"));
        Map<String, @Nullable Object> changes = new HashMap<>();
        changes.put("revenue", "2.50");
        changes.put("mass", null);

        JsonNode answer = nancy.write(nancy.update("Account", id, changes));

        assertThat(answer.at("/updated/version").intValue()).isEqualTo(2);
        assertThat(
                        nancy.found(
                                "select json_build_array(name, version, number_1, more) from record where id = '%s'"
                                        .formatted(id)))
                .isEqualTo("[\"A\", 2, 250, {\"2\": \"kept\"}]");
    }

    @Test
    void writesWhatChangedToHistoryAndStream() {
        UUID id = nancy.create("Account", Map.of("name", "A", "revenue", "1"));
        nancy.write(nancy.update("Account", id, Map.of("revenue", "2.50", "name", "A")));

        String changes =
                "{\"%s\": [\"1.00\", \"2.50\"]}".formatted(SampleCatalog.id("Account.revenue"));
        assertThat(
                        nancy.found(
                                "select kind || ' ' || changes from history where record = '%s' and version = 2"
                                        .formatted(id)))
                .isEqualTo("UPDATE " + changes);
        assertThat(
                        nancy.found(
                                "select kind || ' ' || changes from outbox where record = '%s' and version = 2"
                                        .formatted(id)))
                .isEqualTo("UPDATE " + changes);
    }

    @Test
    void writesNothingWhereNothingChanges() {
        UUID id =
                nancy.create(
                        "Account",
                        Map.of("name", "A", "revenue", "1", "tags", List.of("tech", "retail")));
        writing.runtime().statements().forget();

        JsonNode answer =
                nancy.write(
                        nancy.update(
                                "Account",
                                id,
                                Map.of("revenue", 1, "tags", List.of("retail", "tech"))));

        assertThat(answer.at("/updated/version").intValue()).isEqualTo(1);
        assertThat(writing.runtime().statements().dataCount()).isEqualTo(2);
        assertThat(nancy.found("select count(*) from history where record = '%s'".formatted(id)))
                .isEqualTo("1");
    }

    @Test
    void refusesAnotherVersionThanTheCallerSaw() {
        UUID id = nancy.create("Account", Map.of("name", "A"));
        nancy.write(nancy.update("Account", id, Map.of("name", "B"), OptionalInt.of(1)));

        assertThat(
                        nancy.refused(
                                nancy.update(
                                        "Account", id, Map.of("name", "C"), OptionalInt.of(1))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(WriteProblem.VERSION_CONFLICT);
                    assertThat(problem.message())
                            .isEqualTo(
                                    "The record is now at version 2: Nancy changed it at 2026-07-04T12:30:00.120Z; changed since: `name`");
                    assertThat(problem.details())
                            .containsEntry("version", 2)
                            .containsEntry("changedBy", "Nancy")
                            .containsEntry("changedAt", "2026-07-04T12:30:00.120Z")
                            .containsEntry("fields", List.of("name"));
                    assertThat(problem.path()).containsExactly("updated", "ifVersion");
                });
    }

    @Test
    void refusesARecordThatIsNotThere() {
        UUID deleted = nancy.create("Account", Map.of("name", "A"));
        UUID contact = nancy.create("Contact", Map.of("name", "C"));
        nancy.write(nancy.delete("Account", deleted));

        for (UUID id : List.of(deleted, contact, UUID.randomUUID())) {
            assertThat(nancy.refused(nancy.update("Account", id, Map.of("name", "X"))))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo(WriteProblem.RECORD_NOT_FOUND);
                        assertThat(problem.path()).containsExactly("updated", "id");
                    });
        }
    }

    @Test
    void keepsAChoiceOutOfUseButLetsNobodyTakeIt() {
        UUID id = nancy.create("Account", Map.of("name", "A", "industry", "tech"));
        nancy.found("update record set text_1 = 'steam' where id = '%s'".formatted(id));

        nancy.write(nancy.update("Account", id, Map.of("name", "B", "industry", "steam")));

        assertThat(nancy.found("select name || text_1 from record where id = '%s'".formatted(id)))
                .isEqualTo("Bsteam");
        assertThat(
                        nancy.refused(
                                nancy.creation(
                                        "Account", Map.of("name", "C", "industry", "steam"))))
                .extracting(problem -> problem.code().name())
                .containsExactly("PICKLIST_VALUE_INACTIVE");
    }

    @Test
    void cannotEmptyARequiredField() {
        UUID id = nancy.create("Account", Map.of("name", "A"));

        assertThat(nancy.refused(nancy.update("Account", id, Map.of("name", ""))))
                .extracting(problem -> problem.code().name())
                .containsExactly("FIELD_REQUIRED");
    }

    @Test
    void linksAndUnlinks() {
        UUID one = nancy.create("Contact", Map.of("name", "One"));
        UUID other = nancy.create("Contact", Map.of("name", "Other"));
        UUID id =
                nancy.create(
                        "Contact",
                        Map.of(
                                "name",
                                "C",
                                "friends",
                                new Links(List.of(Writing.byId(one)), List.of())));

        nancy.write(
                nancy.update(
                        "Contact",
                        id,
                        Map.of(
                                "friends",
                                new Links(
                                        List.of(Writing.byId(other)),
                                        List.of(Writing.byId(one))))));
        JsonNode again =
                nancy.write(
                        nancy.update(
                                "Contact",
                                id,
                                Map.of(
                                        "friends",
                                        new Links(List.of(Writing.byId(other)), List.of()))));

        assertThat(
                        nancy.found(
                                "select string_agg(target::text, ' ') from link where source = '%s'"
                                        .formatted(id)))
                .isEqualTo(other.toString());
        assertThat(again.at("/updated/version").intValue()).isEqualTo(2);
        assertThat(
                        nancy.found(
                                "select changes ->> '%s' from history where record = '%s' and version = 2"
                                        .formatted(SampleCatalog.id("Contact.friends"), id)))
                .isEqualTo("[[\"%s\"], [\"%s\"]]".formatted(one, other));
    }

    @Test
    void changesAllThatMatch() {
        nancy.write(
                nancy.creations(
                        "Account", List.of(Map.of("name", "Match"), Map.of("name", "Match"))));

        JsonNode answer =
                nancy.write(
                        nancy.updateWhere(
                                "Account",
                                nancy.named("Account", "Match"),
                                Map.of("rating", "hot")));

        assertThat(answer.at("/updated/count").intValue()).isEqualTo(2);
        assertThat(
                        nancy.found(
                                "select count(*) from record where name = 'Match' and text_5 = 'hot' and version = 2"))
                .isEqualTo("2");
    }

    @Test
    void takesTheSameStatementsForAllThatMatch() {
        for (int count : List.of(1, 500)) {
            List<Map<String, Object>> records = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                records.add(Map.of("name", "Bulk" + count));
            }
            nancy.write(nancy.creations("Account", records));
            writing.runtime().statements().forget();
            nancy.write(
                    nancy.updateWhere(
                            "Account",
                            nancy.named("Account", "Bulk" + count),
                            Map.of("rating", "hot")));
            assertThat(writing.runtime().statements().dataCount()).isEqualTo(3);
        }
    }

    @Test
    void refusesToChangeMoreThanTenThousand() {
        nancy.found(
                """
                insert into record (tenant, object, id, version, name, created_at, updated_at)
                select %d, 100, gen_random_uuid(), 1, 'Crowd', now(), now() from generate_series(1, 10001)\
                """
                        .formatted(nancy.caller().tenant().key()));

        List<Problem> problems =
                nancy.refused(
                        nancy.updateWhere(
                                "Account",
                                nancy.named("Account", "Crowd"),
                                Map.of("rating", "hot")),
                        nancy.deleteWhere("Account", Predicate.NEVER));

        assertThat(problems)
                .extracting(Problem::code)
                .containsExactly(WriteProblem.TOO_MANY_MATCHES);
    }

    @Test
    void letsUniqueValuesBeSwappedWithinABatch() {
        UUID one = nancy.create("Account", Map.of("name", "1", "externalId", "swap-1"));
        nancy.create("Account", Map.of("name", "2", "externalId", "swap-2"));

        assertThat(nancy.refused(nancy.update("Account", one, Map.of("externalId", "swap-2"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(WriteProblem.UNIQUE_VALUE_TAKEN);
                    assertThat(problem.path()).containsExactly("updated", "data", "externalId");
                });
        nancy.write(nancy.update("Account", one, Map.of("externalId", "swap-3")));
        nancy.create("Account", Map.of("name", "3", "externalId", "swap-1"));
    }

    @Test
    void seesInLaterStepsWhatEarlierOnesWrote() {
        UUID id = UUID.fromString("01980c5e-6f3a-7c55-8f0e-2b7a6f3d9c22");

        JsonNode answer =
                nancy.write(
                        nancy.creationOf(id, "Account", Map.of("name", "A")),
                        nancy.update("Account", id, Map.of("name", "B"), OptionalInt.of(1)),
                        nancy.delete("Account", id));

        assertThat(answer.at("/created/name").asString()).isEqualTo("A");
        assertThat(answer.at("/updated/name").asString()).isEqualTo("B");
        assertThat(answer.at("/deleted/version").intValue()).isEqualTo(3);
        assertThat(answer.at("/deleted/deletedAt").asString())
                .isEqualTo("2026-07-04T12:30:00.120Z");
    }
}
