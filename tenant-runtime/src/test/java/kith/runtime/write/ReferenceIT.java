package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.runtime.write.RecordInput.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What new records refer to and are linked with. */
class ReferenceIT {

    private static Writing writing;
    private static Writing.As nancy;

    @BeforeAll
    static void open() {
        writing = new Writing("reference");
        nancy = writing.as("acme", SampleCatalog.plain());
    }

    @AfterAll
    static void close() {
        writing.close();
    }

    @Test
    void findsReferencesByUniqueKey() {
        UUID account = nancy.create("Account", Map.of("name", "Keyed", "externalId", "key-1"));
        UUID contact =
                nancy.create(
                        "Contact",
                        Map.of(
                                "name",
                                "C",
                                "account",
                                nancy.byKey("Account", "externalId", "key-1")));

        assertThat(nancy.found("select ref_1 from record where id = '%s'".formatted(contact)))
                .isEqualTo(account.toString());
        assertThat(
                        nancy.refused(
                                nancy.creation(
                                        "Contact",
                                        Map.of(
                                                "name",
                                                "C",
                                                "account",
                                                nancy.byKey("Account", "externalId", "nope")))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.message())
                                .isEqualTo("There is no Account with this `externalId`"));
    }

    @Test
    void refusesReferencesToRecordsOfAnotherObject() {
        UUID contact = nancy.create("Contact", Map.of("name", "C"));

        assertThat(
                        nancy.refused(
                                nancy.creation(
                                        "Contact",
                                        Map.of("name", "D", "account", Writing.byId(contact)))))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.code()).isEqualTo(WriteProblem.REFERENCE_NOT_FOUND));
    }

    @Test
    void linksRecords() {
        UUID friend = nancy.create("Contact", Map.of("name", "Friend"));
        UUID contact =
                nancy.create(
                        "Contact",
                        Map.of(
                                "name",
                                "C",
                                "friends",
                                new Links(List.of(Writing.byId(friend)), List.of())));

        assertThat(nancy.found("select target from link where source = '%s'".formatted(contact)))
                .isEqualTo(friend.toString());
        assertThat(
                        nancy.found(
                                "select changes ->> '%s' from history where record = '%s'"
                                        .formatted(SampleCatalog.id("Contact.friends"), contact)))
                .isEqualTo("[[], [\"%s\"]]".formatted(friend));
    }
}
