package kith.server.nodes;

import static kith.server.testing.HttpSteps.code;
import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kith.server.testing.RedisCable;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens on one node is so on the other, whether or not Redis says it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesIT {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String NONE = "none";

    private final RedisCable cable = RedisCable.lay();
    private TestServer one;
    private TestServer other;

    enum Redis {
        THERE,
        LOST
    }

    @BeforeAll
    void twoNodes() {
        one = TestServer.shared().node(cable.url());
        other = TestServer.shared().node(cable.url());
    }

    @AfterAll
    void noNodes() {
        one.close();
        other.close();
        cable.close();
    }

    @ParameterizedTest
    @EnumSource
    void refuseASuspendedTenantWithinASecond(Redis redis) {
        String slug = "nodes-suspended-" + suffix(redis);
        String token = one.tenant(slug);
        String users = "{ users { totalCount } }";
        assertThat(code(other.tenants().data(token, users))).startsWith(NONE);
        set(redis);

        one.tenants().operator("mutation { suspendTenant(slug: \"" + slug + "\") { status } }");

        TestServer.await(
                "the refusal of data",
                SECOND,
                () -> code(other.tenants().data(token, users)).equals("TENANT_SUSPENDED"));
        TestServer.await(
                "the refusal of metadata",
                SECOND,
                () ->
                        code(other.tenants().metadata(token, "{ catalog { version } }"))
                                .equals("TENANT_SUSPENDED"));
        one.tenants().operator("mutation { resumeTenant(slug: \"" + slug + "\") { status } }");
        TestServer.await(
                "the answer after the resumption",
                SECOND,
                () -> code(other.tenants().data(token, users)).startsWith(NONE));
    }

    @ParameterizedTest
    @EnumSource
    void useNewFieldsAtOnce(Redis redis) {
        String token = tenantWithShips("nodes-fields-" + suffix(redis));
        set(redis);

        assertMade(
                one.tenants()
                        .metadata(
                                token,
                                """
                                mutation { createField(input: { object: "Ship", name: "masts",
                                    type: "number", label: "Masts", digits: 2 }) { name } }
                                """));

        TestServer.await(
                "the new field",
                SECOND,
                () ->
                        code(other.tenants().data(token, "{ ships { nodes { name masts } } }"))
                                .startsWith(NONE));
        assertThat(
                        json(other.tenants()
                                        .data(
                                                token,
                                                "mutation { createShip(data: { name: \"Gorch\","
                                                        + " masts: 3 }) { masts } }"))
                                .at("/data/createShip/masts")
                                .asInt())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void keepNewRulesAtOnce(Redis redis) {
        String token = tenantWithShips("nodes-rules-" + suffix(redis));
        String ghost = "mutation { createShip(data: { name: \"Ghost\" }) { id } }";
        assertThat(code(other.tenants().data(token, ghost))).startsWith(NONE);
        set(redis);

        assertMade(
                one.tenants()
                        .metadata(
                                token,
                                """
                                mutation { createRule(input: { object: "Ship", name: "living",
                                    on: [BEFORE_CREATE],
                                    script: "if (record.name == 'Ghost') { throw new RuleError('name', 'No ghosts') }"
                                  }) { name problems { message } } }
                                """));

        TestServer.await(
                "the new rule",
                SECOND,
                () -> !code(other.tenants().data(token, ghost)).startsWith(NONE));
        assertThat(
                        other.tenants()
                                .data(
                                        token,
                                        "mutation { createShip(data: { name: \"Gull\" }) { id } }")
                                .body())
                .doesNotContain("errors");
    }

    /** An object that both nodes know. */
    private String tenantWithShips(String slug) {
        String token = one.tenant(slug);
        assertMade(
                one.tenants()
                        .metadata(
                                token,
                                """
                                mutation { createObject(input: { name: "Ship", label: "Ship",
                                    pluralLabel: "Ships" }) { name } }
                                """));
        assertThat(code(other.tenants().data(token, "{ ships { nodes { name } } }")))
                .startsWith(NONE);
        return token;
    }

    private static void assertMade(java.net.http.HttpResponse<String> answer) {
        assertThat(answer.body()).doesNotContain("errors", "\"message\"");
    }

    private void set(Redis redis) {
        switch (redis) {
            case THERE -> cable.mend();
            case LOST -> cable.cut();
        }
    }

    private static String suffix(Redis redis) {
        return redis == Redis.THERE ? "told" : "untold";
    }
}
