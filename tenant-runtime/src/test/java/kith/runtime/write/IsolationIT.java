package kith.runtime.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kith.metadata.problem.Problem;
import kith.runtime.write.RecordInput.Links;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What belongs to another tenant is, in every place of a write, as if it did not exist. */
class IsolationIT {

    private static Writing writing;
    private static Writing.As ours;
    private static Writing.As theirs;
    private static UUID theirAccount = new UUID(0, 0);
    private static UUID theirContact = new UUID(0, 0);
    private static String before = "";

    @BeforeAll
    static void open() {
        writing = new Writing("isolation");
        ours = writing.as("ours", SampleCatalog.plain());
        theirs = writing.as("theirs", SampleCatalog.plain());
        theirAccount = theirs.create("Account", Map.of("name", "Theirs", "externalId", "shared"));
        theirContact = theirs.create("Contact", Map.of("name", "Theirs", "email", "t@example.com"));
        before = rows();
    }

    @AfterAll
    static void close() {
        assertThat(rows()).isEqualTo(before);
        writing.close();
    }

    @Test
    void doesNotFindForeignRecordsToChange() {
        for (WriteRequest.Step step :
                List.of(
                        ours.update("Account", theirAccount, Map.of("name", "X")),
                        ours.delete("Account", theirAccount),
                        ours.restore("Account", theirAccount),
                        ours.destroy("Account", theirAccount))) {
            assertThat(ours.refused(step))
                    .extracting(Problem::code)
                    .containsExactly(WriteProblem.RECORD_NOT_FOUND);
        }
    }

    @Test
    void doesNotFindForeignRecordsToReferTo() {
        for (Map<String, Object> values :
                List.<Map<String, Object>>of(
                        Map.of("name", "C", "account", Writing.byId(theirAccount)),
                        Map.of("name", "C", "account", theirAccount.toString()),
                        Map.of(
                                "name",
                                "C",
                                "owner",
                                Writing.byId(theirs.caller().user().orElseThrow())),
                        Map.of(
                                "name",
                                "C",
                                "account",
                                ours.byKey("Account", "externalId", "shared")),
                        Map.of(
                                "name",
                                "C",
                                "friends",
                                new Links(List.of(Writing.byId(theirContact)), List.of())),
                        Map.of(
                                "name",
                                "C",
                                "friends",
                                new Links(List.of(), List.of(Writing.byId(theirContact)))))) {
            assertThat(ours.refused(ours.creation("Contact", values)))
                    .extracting(Problem::code)
                    .containsExactly(WriteProblem.REFERENCE_NOT_FOUND);
        }
    }

    @Test
    void saysTheSameOfForeignRecordsAsOfNone() {
        UUID none = UUID.randomUUID();

        assertThat(message(theirAccount))
                .isEqualTo(message(none).replace(none.toString(), theirAccount.toString()));
    }

    @Test
    void takesUniqueValuesAndIdsThatAForeignRecordHas() {
        UUID account =
                UUID.fromString(
                        ours.write(
                                        ours.creationOf(
                                                theirAccount,
                                                "Account",
                                                Map.of("name", "Ours", "externalId", "shared")))
                                .at("/created/id")
                                .asString());

        assertThat(account).isEqualTo(theirAccount);
        assertThat(theirs.found("select name from record where id = '%s'".formatted(theirAccount)))
                .isEqualTo("Theirs");
        ours.write(ours.destroy("Account", account));
    }

    @Test
    void doesNotMatchForeignRecords() {
        ours.write(
                ours.updateWhere("Account", ours.named("Account", "Theirs"), Map.of("name", "X")),
                new WriteRequest.DeleteWhere(
                        "gone", ours.object("Account"), ours.named("Account", "Theirs"), List.of()),
                ours.restoreWhere("Account", ours.named("Account", "Theirs")),
                ours.destroyWhere("Account", ours.named("Account", "Theirs")));
        ours.write(
                ours.upsert(
                        "Contact",
                        "email",
                        List.of(Map.of("email", "t@example.com", "name", "O"))));
    }

    @Test
    void namesTheTenantInEveryStatement() {
        UUID friend = ours.create("Contact", Map.of("name", "F"));
        writing.runtime().statements().forget();
        UUID invoice = ours.create("Invoice", Map.of());
        UUID line =
                ours.create(
                        "InvoiceLine",
                        Map.of(
                                "name",
                                "L",
                                "quantity",
                                1,
                                "code",
                                "c",
                                "invoice",
                                Writing.byId(invoice)));
        ours.create(
                "Contact",
                Map.of(
                        "name",
                        "C",
                        "friends",
                        new Links(List.of(Writing.byId(friend)), List.of())));
        ours.write(ours.update("InvoiceLine", line, Map.of("code", "d")));
        ours.write(
                ours.upsert(
                        "Account", "externalId", List.of(Map.of("externalId", "u", "name", "U"))));
        ours.write(ours.updateWhere("Account", ours.named("Account", "U"), Map.of("rating", "r")));
        ours.write(ours.delete("Invoice", invoice));
        ours.write(ours.restore("Invoice", invoice));
        ours.write(ours.destroy("Invoice", invoice));

        assertThat(writing.runtime().statements().all())
                .hasSizeGreaterThan(40)
                .allSatisfy(statement ->
                        assertThat(statement.text())
                                .matches("(?s)commit|.*(tenant = |\\(tenant, |kith.tenant).*"));
    }

    private static String message(UUID id) {
        return ours.refused(ours.update("Account", id, Map.of("name", "X"))).getFirst().toString();
    }

    private static String rows() {
        return theirs.found(
                "select json_agg(r order by id)::text || (select count(*) from history)::text from record r where tenant = %d"
                        .formatted(theirs.caller().tenant().key()));
    }
}
