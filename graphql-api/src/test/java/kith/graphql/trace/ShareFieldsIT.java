package kith.graphql.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import kith.runtime.access.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Shares of records in the metadata API. */
class ShareFieldsIT {

    private InsightTenant insight;
    private String owner;
    private String other;
    private String deal;

    @BeforeEach
    void start() {
        insight = new InsightTenant("share_fields");
        insight.setup(
                "mutation { createObject(input: { name: \"Deal\", label: \"Deal\", pluralLabel: \"Deals\", sharing: \"private\" }) { name } }");
        owner = user("Owen");
        other = user("Otto");
        deal =
                insight.records(
                                "mutation { createDeal(data: { name: \"D\", owner: { id: \"%s\" } }) { id } }"
                                        .formatted(owner))
                        .at("/createDeal/id")
                        .asString();
    }

    @AfterEach
    void stop() {
        insight.close();
    }

    @Test
    void sharesARecordAndEndsThat() {
        assertThat(access(other).get("sees").asBoolean()).isFalse();
        assertThat(code(other, "{ recordShares(object: \"Deal\", id: \"%s\") { cause } }"))
                .isEqualTo("SHARE_RECORD_UNKNOWN");

        JsonNode shares =
                ask(
                                owner,
                                """
                                mutation { shareRecord(input: { object: "Deal", id: "%s", with: "%s", until: "2199-12-31T00:00:00Z" }) {
                                    party { name kind } mayChange cause until by } }
                                """
                                        .formatted(deal, other))
                        .at("/data/shareRecord");
        assertThat(shares.toString())
                .isEqualTo(
                        """
                        [{"party":{"name":"Otto","kind":"USER"},"mayChange":false,"cause":"MANUAL","until":"2199-12-31T00:00:00.000Z","by":"Owen"}]\
                        """);
        assertThat(access(other).get("reasons").toString())
                .isEqualTo(
                        "[{\"kind\":\"SHARE\",\"mayChange\":false,\"via\":[\"Otto\",\"MANUAL\"]}]");
        assertThat(
                        code(
                                other,
                                "mutation { unshareRecord(object: \"Deal\", id: \"%s\", with: \""
                                        + other
                                        + "\") { cause } }"))
                .isEqualTo("SHARE_FORBIDDEN");

        assertThat(
                        ask(
                                        owner,
                                        "mutation { unshareRecord(object: \"Deal\", id: \"%s\", with: \"%s\") { cause } }"
                                                .formatted(deal, other))
                                .at("/data/unshareRecord")
                                .isEmpty())
                .isTrue();
        assertThat(access(other).get("sees").asBoolean()).isFalse();
    }

    @Test
    void sharesWithNobodyWhoIsNotThere() {
        assertThat(
                        code(
                                owner,
                                "mutation { shareRecord(input: { object: \"Deal\", id: \"%s\", with: \""
                                        + UUID.randomUUID()
                                        + "\" }) { cause } }"))
                .isEqualTo("SHARE_PARTY_UNKNOWN");
    }

    @Test
    void tellsOnlyAdministratorsWhyOthersSeeARecord() {
        assertThat(
                        code(
                                owner,
                                "{ recordAccess(object: \"Deal\", id: \"%s\", user: \""
                                        + other
                                        + "\") { sees } }"))
                .isEqualTo("SHARE_FORBIDDEN");
        assertThat(access(owner).get("reasons").toString())
                .isEqualTo("[{\"kind\":\"OWNER\",\"mayChange\":true,\"via\":[\"Owen\"]}]");
    }

    private String user(String name) {
        return insight.records(
                        "mutation { createUser(data: { name: \"%s\", email: \"%s@example.com\" }) { id } }"
                                .formatted(name, name))
                .at("/createUser/id")
                .asString();
    }

    private JsonNode access(String user) {
        return insight.setup(
                        "{ recordAccess(object: \"Deal\", id: \"%s\", user: \"%s\") { sees changes reasons { kind mayChange via } } }"
                                .formatted(deal, user))
                .get("recordAccess");
    }

    private JsonNode ask(String user, String request) {
        Caller caller =
                new Caller(
                        insight.administrator().tenant(),
                        Optional.of(UUID.fromString(user)),
                        false,
                        Caller.Origin.API);
        return insight.setupAs(caller, request, "{}");
    }

    private String code(String user, String request) {
        return ask(user, request.formatted(deal)).at("/errors/0/extensions/code").asString("none");
    }
}
