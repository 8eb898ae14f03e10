package kith.graphql.trace;

import static org.assertj.core.api.Assertions.assertThat;

import kith.graphql.testing.Requests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** No rule gives anybody rights, whatever its mode. */
class RightsOfRulesIT {

    private static InsightTenant tenant;

    @BeforeAll
    static void make() {
        tenant = new InsightTenant("rights_of_rules");
        tenant.setup(
                "mutation { createObject(input: { name: \"Deal\", label: \"Deal\", pluralLabel: \"Deals\" }) { name } }");
    }

    @AfterAll
    static void close() {
        tenant.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "SYSTEM"})
    void makesNobodyAnAdministrator(String mode) {
        assertThat(problems("User", mode, "record.administrator = true")).isNotEmpty();
        assertThat(problems("User", mode, "record['administrator'] = true")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "crm.query('User').each { it.administrator = true; crm.update(it) }",
                "crm.query('User').each { u -> Map set = [:]; set['administrator'] = true; crm.update('User', u.id, set) }",
                "Map made = [name: 'x', email: 'x@example.com']; made['administrator'] = true; crm.create('User', made)",
                "Map made = [:]; made['userId'] = crm.query('User')[0].id; made['permissionSet'] = 'All'; crm.create('PermissionAssignment', made)"
            })
    void givesNothingByWritingOthers(String script) {
        String administrators =
                "{ users(filter: { administrator: { eq: true } }) { nodes { id } } }";
        String before = tenant.records(administrators).toString();
        if (problems("Deal", "SYSTEM", script).isEmpty()) {
            tenant.setup(
                    "mutation { createRule(input: { object: \"Deal\", name: \"thief\", on: [BEFORE_CREATE], runAs: SYSTEM, script: \"%s\" }) { name } }"
                            .formatted(script));

            JsonNode answer =
                    tenant.answered(
                            Requests.post("mutation { createDeal(data: { name: \"D\" }) { id } }"));

            assertThat(answer.at("/errors/0/message").asString()).contains("read-only");
            tenant.setup(
                    "mutation { deleteRule(object: \"Deal\", name: \"thief\") { catalogVersion } }");
        }
        assertThat(tenant.records(administrators).toString()).isEqualTo(before);
    }

    private static JsonNode problems(String object, String mode, String script) {
        return tenant.setup(
                        "mutation { checkRule(input: { object: \"%s\", name: \"thief\", on: [BEFORE_CREATE], runAs: %s, script: \"%s\" }) { message } }"
                                .formatted(object, mode, script))
                .get("checkRule");
    }
}
