package kith.server.job;

import static kith.server.testing.HttpSteps.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kith.server.testing.TenantSteps;
import kith.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An operator moves an object; the tenant's API does not notice. */
class ObjectMoveApiIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String SLUG = "objects-moved";
    private static final String TAGS =
            "{ widgets(orderBy: [{ name: ASC }]) { nodes { id name size } } }";

    private final TestServer server = TestServer.shared();
    private final TenantSteps tenants = server.tenants();

    @Test
    void movesAnObjectThereAndBack() {
        String token = server.tenant(SLUG);
        tenants.metadata(
                token,
                "mutation { createObject(input: { name: \"Widget\", label: \"Widget\", pluralLabel: \"Widgets\" }) { name } }");
        tenants.metadata(
                token,
                "mutation { createField(input: { object: \"Widget\", name: \"size\", type: \"number\", label: \"Size\" }) { name } }");
        JsonNode made =
                json(
                        tenants.data(
                                token,
                                "mutation { createWidgets(data: [{ name: \"Big\", size: 9 }, { name: \"Small\", size: 1 }]) { id } }"));
        assertThat(made.at("/data/createWidgets").size()).as(made.toString()).isEqualTo(2);
        JsonNode before = json(tenants.data(token, TAGS));

        move("DEDICATED");
        awaitHome("DEDICATED");
        assertThat(json(tenants.data(token, TAGS)).get("data")).isEqualTo(before.get("data"));
        assertThat(
                        json(tenants.data(
                                        token,
                                        "{ node(id: %s) { ... on Widget { name } } }"
                                                .formatted(made.at("/data/createWidgets/0/id"))))
                                .at("/data/node/name")
                                .asString())
                .isEqualTo("Big");
        assertThat(stored().path("indexes").toString()).isEqualTo("[[\"size\",\"name\"]]");
        assertThat(stored().path("records").asInt()).isEqualTo(2);
        assertThat(stored().path("bytes").asLong()).isPositive();
        assertThat(stored().path("lastMove").toString())
                .isEqualTo("{\"kind\":\"object.move\",\"state\":\"DONE\",\"problem\":null}");

        move("SHARED");
        awaitHome("SHARED");
        assertThat(json(tenants.data(token, TAGS)).get("data")).isEqualTo(before.get("data"));
    }

    @Test
    void tellsWhatCannotBeMoved() {
        server.tenant("objects-refused");
        JsonNode refused =
                tenants.operator(
                        "mutation { moveObject(tenant: \"objects-refused\", object: \"Nothing\", to: DEDICATED) { id } }");

        assertThat(refused.at("/errors/0/extensions/code").asString())
                .isEqualTo("MOVE_UNKNOWN_OBJECT");
    }

    private void move(String to) {
        JsonNode answer =
                tenants.operator(
                        """
                        mutation { moveObject(tenant: "%s", object: "Widget", to: %s, indexes: [["size", "name"]]) { kind state } }
                        """
                                .formatted(SLUG, to));
        assertThat(answer.at("/data/moveObject/kind").asString())
                .as(answer.toString())
                .isEqualTo("object.move");
    }

    private void awaitHome(String home) {
        TestServer.await(
                "the move",
                SOON,
                () ->
                        stored().path("home").asString().equals(home)
                                && stored().path("job").isNull());
    }

    private JsonNode stored() {
        return tenants.operator(
                        "{ storedObjects(tenant: \"%s\") { name home job records bytes indexes lastMove { kind state problem } } }"
                                .formatted(SLUG))
                .at("/data/storedObjects")
                .valueStream()
                .filter(object -> object.path("name").asString().equals("Widget"))
                .findFirst()
                .orElseThrow();
    }
}
