package kith.graphql.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kith.graphql.testing.Requests;
import kith.graphql.testing.SampleTenant;
import kith.metadata.PermissionSetDefinition;
import kith.metadata.PermissionSetDefinition.Purpose;
import kith.metadata.permission.FieldRight;
import kith.metadata.permission.ObjectPermissions;
import kith.metadata.permission.ObjectRight;
import kith.metadata.permission.UserFunction;
import kith.runtime.access.Caller;
import kith.runtime.access.Principals;
import kith.runtime.access.Rights;
import kith.runtime.access.StandardUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** By whatever way somebody comes, they learn and change nothing but what their rights allow. */
class PermissionPathsIT {

    private static final String ACME = "01900000-0000-7000-8000-0000000000b1";
    private static final PermissionSetDefinition LESS =
            new PermissionSetDefinition(
                    UUID.randomUUID(),
                    "Less",
                    "Less",
                    Optional.empty(),
                    Purpose.MUTING,
                    Map.of(
                            "Contact", muting(Set.of(ObjectRight.READ), Map.of()),
                            "Deal", muting(Set.of(ObjectRight.UPDATE), Map.of()),
                            "Invoice", muting(Set.of(ObjectRight.DELETE), Map.of()),
                            "Tag", muting(Set.of(ObjectRight.CREATE), Map.of()),
                            "Account",
                                    muting(
                                            Set.of(),
                                            Map.of(
                                                    "revenue", FieldRight.READ,
                                                    "externalKey", FieldRight.READ,
                                                    "notes", FieldRight.EDIT))),
                    Set.of(UserFunction.BULK_EDIT),
                    Optional.empty());

    private static SampleTenant sample;
    private static Caller limited;

    @BeforeAll
    static void start() {
        sample = SampleTenant.fresh("permission_paths");
        limited =
                new Caller(
                        sample.tenant(),
                        Optional.of(SampleTenant.GRACE),
                        false,
                        Rights.of(List.of(StandardUser.PROFILE, LESS)),
                        Principals.NONE,
                        Caller.Origin.API);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { accounts { nodes { revenue } } }                                                    | FIELD_FORBIDDEN
                    { accounts { nodes { revenueCurrency } } }                                            | FIELD_FORBIDDEN
                    { accounts { edges { node { name externalKey } } } }                                  | FIELD_FORBIDDEN
                    { accounts(filter: { revenue: { gt: "1" } }) { totalCount } }                         | FIELD_FORBIDDEN
                    { accounts(filter: { not: { externalKey: { isNull: true } } }) { totalCount } }       | FIELD_FORBIDDEN
                    { accounts(orderBy: [{ revenue: ASC }]) { totalCount } }                              | FIELD_FORBIDDEN
                    { accountsAggregate { groups { sum { revenue } } } }                                  | FIELD_FORBIDDEN
                    { accountsAggregate(groupBy: [{ path: ["externalKey"] }]) { groups { count } } }      | FIELD_FORBIDDEN
                    { accountsAggregate(filter: { revenue: { gt: "1" } }) { groups { count } } }          | FIELD_FORBIDDEN
                    { invoices { nodes { account { revenue } } } }                                        | FIELD_FORBIDDEN
                    { invoices(filter: { account: { revenue: { gt: "1" } } }) { totalCount } }            | FIELD_FORBIDDEN
                    { invoices(orderBy: [{ account: { revenue: ASC } }]) { totalCount } }                 | FIELD_FORBIDDEN
                    { invoicesAggregate(groupBy: [{ path: ["account", "externalKey"] }]) { groups { count } } } | FIELD_FORBIDDEN
                    { tags { nodes { contacts { nodes { name } } } } }                                    | FIELD_FORBIDDEN
                    { accounts(filter: { contacts: { some: { name: { eq: "Nancy" } } } }) { totalCount } } | FIELD_FORBIDDEN
                    { contacts { nodes { id } } }                                                         | FIELD_FORBIDDEN
                    { tags { nodes { contacts { totalCount } } } }                                        | FIELD_FORBIDDEN
                    { accounts(filter: { contacts: { some: {} } }) { totalCount } }                       | FIELD_FORBIDDEN
                    { contacts(orderBy: [{ name: ASC }]) { totalCount } }                                 | FIELD_FORBIDDEN
                    { node(id: "01900000-0000-7000-8000-0000000000b1") { ... on Account { revenue } } }   | FIELD_FORBIDDEN
                    { search(text: "Nancy") { nodes { ... on Contact { name } } } }                       | FIELD_FORBIDDEN
                    mutation { createAccount(data: { name: "N" }) { revenue } }                           | FIELD_FORBIDDEN
                    mutation { createAccount(data: { name: "N", revenue: "1" }) { id } }                  | FIELD_FORBIDDEN
                    mutation { createAccount(data: { name: "N", notes: "x" }) { id } }                    | FIELD_FORBIDDEN
                    mutation { updateAccount(id: "01900000-0000-7000-8000-0000000000b1", data: { notes: "x" }) { id } } | FIELD_FORBIDDEN
                    mutation { upsertAccounts(data: [{ name: "N", externalKey: "A-1" }], on: "externalKey") { id } } | FIELD_FORBIDDEN
                    mutation { createInvoice(data: { account: { externalKey: "A-1" } }) { id } }          | FIELD_FORBIDDEN
                    mutation { createContact(data: { name: "N" }) { id } }                                | WRITE_FORBIDDEN
                    mutation { createAccount(data: { name: "N", contacts: { create: [{ name: "M" }] } }) { id } } | WRITE_FORBIDDEN
                    mutation { updateContact(id: "01900000-0000-7000-8000-0000000000c1", data: { name: "N" }) { version } } | WRITE_FORBIDDEN
                    mutation { deleteContact(id: "01900000-0000-7000-8000-0000000000c1") { version } }    | WRITE_FORBIDDEN
                    mutation { createTag(data: { name: "N" }) { id } }                                    | WRITE_FORBIDDEN
                    mutation { deleteInvoice(id: "01900000-0000-7000-8000-0000000000d1") { id } }         | WRITE_FORBIDDEN
                    mutation { restoreInvoice(id: "01900000-0000-7000-8000-0000000000d1") { id } }        | WRITE_FORBIDDEN
                    mutation { destroyInvoice(id: "01900000-0000-7000-8000-0000000000d1") { id } }        | WRITE_FORBIDDEN
                    mutation { updateAccounts(filter: { id: { isNull: false } }, data: { name: "N" }) { count } } | FUNCTION_FORBIDDEN
                    mutation { deleteTags(filter: { id: { isNull: false } }) { count } }                  | FUNCTION_FORBIDDEN
                    mutation { createUser(data: { name: "N", email: "n@acme.example" }) { id } }          | WRITE_FORBIDDEN
                    mutation { createPermissionAssignment(data: { user: { id: "01900000-0000-7000-8000-0000000000a2" }, permissionSet: "A" }) { id } } | WRITE_FORBIDDEN
                    """)
    void refuses(String request, String code) {
        JsonNode answer = ask(limited, request);

        assertThat(answer.path("errors").values())
                .as(answer.toString())
                .isNotEmpty()
                .allSatisfy(error ->
                        assertThat(error.at("/extensions/code").asString()).isEqualTo(code));
        assertThat(answer.path("data").isNull() || answer.path("data").isMissingNode()).isTrue();
    }

    @Test
    void namesEachForbiddenField() {
        JsonNode answer =
                ask(limited, "{ accounts { nodes { name revenue externalKey } totalCount } }");

        assertThat(answer.path("errors").values())
                .extracting(error -> error.path("path").toString())
                .containsExactly(
                        "[\"accounts\",\"nodes\",\"revenue\"]",
                        "[\"accounts\",\"nodes\",\"externalKey\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { contacts { totalCount } }                                                   | {"contacts":{"totalCount":0}}
                    { contactsAggregate { groups { count } } }                                    | {"contactsAggregate":{"groups":[]}}
                    { node(id: "01900000-0000-7000-8000-0000000000c1") { __typename } }           | {"node":null}
                    { search(text: "Nancy") { nodes { __typename } } }                            | {"search":{"nodes":[]}}
                    { accounts(filter: { name: { eq: "Acme" } }) { nodes { name notes } } }       | {"accounts":{"nodes":[{"name":"Acme","notes":"First\\nSecond"}]}}
                    { me { isAdministrator } }                                                    | {"me":{"isAdministrator":false}}
                    """)
    void answersAsIfThereWereNothingElse(String request, String data) {
        JsonNode answer = ask(limited, request);

        assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
        if (request.contains("contactsAggregate")) {
            assertThat(answer.at("/data/contactsAggregate/groups/0/count").asInt(0)).isZero();
        } else {
            assertThat(answer.path("data").toString()).isEqualTo(data);
        }
    }

    @Test
    void keepsForbiddenValuesOutOfTheHistory() {
        sample.json(
                sample.ada(),
                Requests.post(
                        "mutation { updateAccount(id: \"%s\", data: { revenue: \"77.5\", employees: 8 }) { id } }"
                                .formatted(ACME)));
        String history =
                "{ account(id: \"%s\") { history(first: 1) { nodes { changes { field before after } } } } }"
                        .formatted(ACME);

        assertThat(ask(sample.ada(), history).toString()).contains("77.5");
        assertThat(ask(limited, history).toString()).contains("employees").doesNotContain("77.5");
    }

    @Test
    void sharesNoCompiledQueryWithThoseWhoMayMore() {
        String query =
                "{ accounts(filter: { name: { eq: \"Acme\" } }) { nodes { name industry revenue } } }";
        for (int time = 0; time < 3; time++) {
            assertThat(ask(sample.ada(), query).has("errors")).isFalse();
        }

        assertThat(ask(limited, query).at("/errors/0/extensions/code").asString())
                .isEqualTo("FIELD_FORBIDDEN");
    }

    private static ObjectPermissions muting(
            Set<ObjectRight> rights, Map<String, FieldRight> fields) {
        return new ObjectPermissions(rights, FieldRight.NONE, fields);
    }

    private static JsonNode ask(Caller caller, String request) {
        return sample.json(caller, Requests.post(request));
    }
}
